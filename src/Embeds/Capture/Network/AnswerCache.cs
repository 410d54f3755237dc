using System.Globalization;
using System.Text;
using System.Text.Json;
using Embeds.Capture.Http;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>
/// Answers on disk, one file each: a line of JSON that says what it is and for how long, then the body. A damaged file is no answer;
/// one that cannot be written is not kept.
/// </summary>
internal sealed class AnswerCache(string directory, TimeProvider time)
{
    private const int MaxHead = 16 * 1024;

    // Refusals pass sooner than posts do; an oEmbed answer that asks for a hundred years is asked again all the same.
    private static readonly TimeSpan Refusal = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public sealed record Entry(FetchedResource Resource, DateTimeOffset FreshUntil);

    public bool IsFresh(Entry entry) => time.GetUtcNow() < entry.FreshUntil;

    public async Task<Entry?> FindAsync(string url, string? accept, CancellationToken cancellationToken)
    {
        try
        {
            var file = await File.ReadAllBytesAsync(PathOf(url, accept), cancellationToken).ConfigureAwait(false);
            var end = file.AsSpan(0, Math.Min(file.Length, MaxHead)).IndexOf((byte)'\n');
            return end < 0 ? null : Read(JsonElement.Parse(file.AsSpan(0, end)), file.AsMemory(end + 1), url);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return null;
        }
    }

    public async Task KeepAsync(string url, string? accept, FetchedResource resource, CancellationToken cancellationToken)
    {
        var lifetime = LifetimeOf(resource);
        if (!resource.Freshness.MayStore || lifetime <= TimeSpan.Zero && resource.Freshness is { ETag: null, LastModified: null })
            return;
        var path = PathOf(url, accept);
        var part = path + "." + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var file = File.Create(part);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(Head(url, resource, lifetime), cancellationToken).ConfigureAwait(false);
                await file.WriteAsync(resource.Body, cancellationToken).ConfigureAwait(false);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            TryDelete(part);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TimeSpan LifetimeOf(FetchedResource resource)
    {
        if (resource.StatusCode is not (200 or 203 or 404 or 410))
            return TimeSpan.Zero;
        var lifetime = resource.Freshness.Lifetime ?? CacheAge(resource) ?? TimeSpan.Zero;
        var most = resource.StatusCode is 200 or 203 ? Longest : Refusal;
        return lifetime < most ? lifetime : most;
    }

    /// <summary>oEmbed's own word: seconds, as a number or as text.</summary>
    private static TimeSpan? CacheAge(FetchedResource resource)
    {
        if (!resource.Body.Span.StartsWith("{"u8) || resource.Body.Span.IndexOf("\"cache_age\""u8) < 0)
            return null;
        try
        {
            return JsonElement.Parse(resource.Body.Span).Number("cache_age") is >= 0 and var seconds ? TimeSpan.FromSeconds(Math.Min(seconds, (long)Longest.TotalSeconds)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Entry? Read(JsonElement head, ReadOnlyMemory<byte> body, string url)
    {
        // The name of the file is a hash, so that the address itself must agree.
        if (head.Text("url") != url || head.Text("final") is not { } final || head.Number("bytes") != body.Length)
            return null;
        var resource = new FetchedResource
        {
            Body = body,
            MediaType = head.Text("type"),
            Charset = head.Text("charset"),
            FinalUri = new Uri(final),
            RetrievedAt = Time(head, "at"),
            StatusCode = (int)(head.Number("status") ?? 200),
            Freshness = new Freshness(null, MayStore: true, head.Text("etag"), head.Text("modified")),
        };
        return new Entry(resource, Time(head, "until"));
    }

    private static DateTimeOffset Time(JsonElement head, string name) => DateTimeOffset.Parse(head.Text(name) ?? "", CultureInfo.InvariantCulture);

    private byte[] Head(string url, FetchedResource resource, TimeSpan lifetime)
    {
        using var head = new MemoryStream();
        using (var json = new Utf8JsonWriter(head))
        {
            json.WriteStartObject();
            json.WriteString("url", url);
            json.WriteString("final", resource.FinalUri.AbsoluteUri);
            json.WriteNumber("status", resource.StatusCode);
            json.WriteNumber("bytes", resource.Body.Length);
            json.WriteString("type", resource.MediaType);
            json.WriteString("charset", resource.Charset);
            json.WriteString("etag", resource.Freshness.ETag);
            json.WriteString("modified", resource.Freshness.LastModified);
            json.WriteString("at", resource.RetrievedAt);
            json.WriteString("until", time.GetUtcNow() + lifetime);
            json.WriteEndObject();
        }

        head.WriteByte((byte)'\n');
        return head.ToArray();
    }

    private string PathOf(string url, string? accept)
    {
        var name = ContentHash.Of(Encoding.UTF8.GetBytes($"{accept}\n{url}"));
        return Path.Join(directory, name[..2], name + ".answer");
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A part left behind is never read.
        }
    }
}
