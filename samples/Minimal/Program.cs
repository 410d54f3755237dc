// The smallest whole use: an article's file in, its quotes as Markdown out.
//   dotnet run --project samples/Minimal -- samples/articles/harbour-lights.html
using Embeds;
using Embeds.Quotes;

if (args is not [var path])
{
    Console.Error.WriteLine("Name an article's file.");
    return 2;
}

using var archiver = new EmbedArchiver();
ArticleQuotes article = archiver.Read(await File.ReadAllBytesAsync(path), fileName: path);
foreach (QuoteBlock quote in article.Blocks)
    Console.WriteLine(quote.ToMarkdown());
return 0;
