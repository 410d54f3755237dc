namespace Embeds.Detection.Payloads;

/// <summary>A string in a script's data that may carry a post.</summary>
/// <param name="Node">The object or list that holds it.</param>
/// <param name="Key">Its property; null in a list.</param>
/// <param name="Value">The string, unescaped.</param>
/// <param name="IsMarkup">Whether it is markup; else it is an address.</param>
internal sealed record PayloadString(PayloadNode Node, string? Key, string Value, bool IsMarkup);
