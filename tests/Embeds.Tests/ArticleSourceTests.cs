using Embeds.Capture.Network;

namespace Embeds.Tests;

public sealed class ArticleSourceTests
{
    [Fact]
    public async Task Each_kind_of_source_gives_one_outcome_under_its_own_name()
    {
        var folder = Directory.CreateTempSubdirectory("embeds-");
        try
        {
            var file = Path.Join(folder.FullName, "story.html");
            await File.WriteAllTextAsync(file, "<title>File</title>", TestContext.Current.CancellationToken);

            var outcomes = await Read(ArticleSource.FromFile(file), ArticleSource.FromFile(file + ".missing"), ArticleSource.FromBytes("bytes", "<title>Bytes</title>"u8.ToArray()), ArticleSource.FromUrl(new Uri("http://127.0.0.1/private")));

            Assert.Equal(
                [("bytes", "Bytes"), ("http://127.0.0.1/private", "refused-address"), (file, "File"), (file + ".missing", "not-found")],
                outcomes.Select(o => (o.Source.Name, o.Quotes?.Article.Title ?? o.Error!.Code)).OrderBy(o => o.Name.Length));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task File_that_is_too_large_is_not_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.OpenWrite(path))
                file.SetLength(100_000_000);

            Assert.Equal("too-large", Assert.Single(await Read(ArticleSource.FromFile(path))).Error!.Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Sequence_is_asked_for_no_more_than_is_needed()
    {
        var asked = 0;
        async IAsyncEnumerable<ArticleSource> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return ArticleSource.FromBytes($"{++asked}", "<p>Nothing was said."u8.ToArray());
            }
        }

        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Parallelism = 3, Network = { Depth = NetworkDepth.Offline } });
        var taken = 0;
        await foreach (var _ in archiver.ArchiveManyAsync(Endless(), TestContext.Current.CancellationToken))
        {
            Assert.InRange(asked, 1, taken + 8);
            if (++taken == 200)
                break;
        }
    }

    [Fact]
    public async Task What_the_sequence_throws_comes_out()
    {
        async IAsyncEnumerable<ArticleSource> Broken()
        {
            yield return ArticleSource.FromBytes("one", "<p>Nothing was said."u8.ToArray());
            await Task.Yield();
            throw new InvalidOperationException("The list is gone.");
        }

        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Network = { Depth = NetworkDepth.Offline } });
        var read = archiver.ArchiveManyAsync(Broken(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await read.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Relative_address_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => ArticleSource.FromUrl(new Uri("/story", UriKind.Relative)));

    private static async Task<List<ArticleOutcome>> Read(params ArticleSource[] sources)
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Network = { Depth = NetworkDepth.Offline } });
        return await archiver.ArchiveManyAsync(sources.ToAsyncEnumerable(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
