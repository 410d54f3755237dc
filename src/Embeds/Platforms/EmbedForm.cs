namespace Embeds.Platforms;

/// <summary>The forms in which an article carries a post, as <c>source.embed_form</c> names them.</summary>
public static class EmbedForm
{
    /// <summary>The platform's official markup, with or without words.</summary>
    public const string Blockquote = "blockquote";

    /// <summary>A quotation of a post that lost the official class.</summary>
    public const string Degraded = "degraded";

    /// <summary>The platform's frame.</summary>
    public const string Iframe = "iframe";

    /// <summary>The platform's script element that names the post.</summary>
    public const string Script = "script";

    /// <summary>What the official script left in a page that was saved after it ran.</summary>
    public const string Rendered = "rendered";

    /// <summary>An address or id that waits in another attribute or a marked empty element.</summary>
    public const string Lazy = "lazy";

    /// <summary>Markup kept back until the reader consents.</summary>
    public const string Consent = "consent";

    /// <summary>The publisher's own rendering.</summary>
    public const string CmsWrapper = "cms-wrapper";

    /// <summary>An AMP component.</summary>
    public const string Amp = "amp";

    /// <summary><c>object</c>, <c>embed</c> or an early embed code.</summary>
    public const string Legacy = "legacy";

    /// <summary>Only the data in a script.</summary>
    public const string JsonPayload = "json-payload";

    /// <summary>A permalink alone in its paragraph.</summary>
    public const string BareLink = "bare-link";

    /// <summary>Words that lost their embed.</summary>
    public const string FlattenedText = "flattened-text";
}
