using Embeds.Platforms;

namespace Embeds.Detection.Payloads;

/// <summary>One object or list in a script's data, as far as it tells whose data it is.</summary>
internal sealed class PayloadNode(PayloadNode? parent, string? key)
{
    /// <summary>What holds it; null for the outermost.</summary>
    public PayloadNode? Parent { get; } = parent;

    /// <summary>The property under which it stands; null in a list.</summary>
    public string? Key { get; } = key;

    public string? Title { get; set; }

    public string? Address { get; set; }

    /// <summary>The platform that a property such as <c>provider</c> or <c>type</c> names.</summary>
    public Platform? Platform { get; set; }

    /// <summary>A property such as <c>type</c> says that it is an embed.</summary>
    public bool IsEmbed { get; set; }
}
