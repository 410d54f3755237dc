using Embeds.Articles;

namespace Embeds.Detection;

/// <summary>What a page's tags show before it is parsed.</summary>
/// <param name="Head">What it says of itself.</param>
/// <param name="MayCarry">Whether it may carry a post at all. One that may not need not be walked.</param>
/// <param name="Trimmed">Makes it anew, without what no post can be found in: a copy, for whoever parses it.</param>
internal sealed record ScannedPage(ArticleHead Head, bool MayCarry, Func<TrimmedText> Trimmed);
