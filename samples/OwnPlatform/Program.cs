using Embeds;
using OwnPlatform;

// Reads the article named on the command line; without one, a line of its own.
var html = args is [var file, ..]
    ? await File.ReadAllTextAsync(file)
    : """
      <article><blockquote class="forum-post"><p>The ferry is back.</p><footer><b>Ada Example</b>
      <a href="https://forum.example/t/harbour/7"><time datetime="2019-03-05T10:20:00Z">5 March</time></a></footer></blockquote></article>
      """;

var options = new EmbedArchiverOptions();
options.Platforms.Add(new ForumPlatform());
using var archiver = new EmbedArchiver(options);

foreach (var quote in archiver.Read(html).Blocks)
    Console.WriteLine(quote.ToMarkdown());
