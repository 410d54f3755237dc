using System.Collections.Immutable;

namespace Embeds.Rendering;

/// <summary>What every rendering of a quote block lets its caller choose.</summary>
public abstract record QuoteRenderingOptions
{
    private protected QuoteRenderingOptions()
    {
    }

    /// <summary>Languages in which labels and dates can be written: the primary tags, in ordinal order.</summary>
    public static ImmutableArray<string> LabelLanguages => RenderingLabels.Languages;

    /// <summary>BCP 47 tag of the reader's language, in which labels and dates are written. The post's own words stay as they are.</summary>
    /// <value>Default: <c>en</c>. Only the primary tag counts (<c>de-AT</c> is <c>de</c>); a language that is not in <see cref="LabelLanguages"/> is answered in English.</value>
    public string LabelLanguage { get; init; } = RenderingLabels.English;

    /// <summary>Gives a platform's display name for its id, such as <c>X (Twitter)</c> for <c>x</c>.</summary>
    /// <value>Default: null. Where it is null or answers null, the id itself is shown with a capital first letter.</value>
    public Func<string, string?>? PlatformName { get; init; }

    /// <summary>Stands before the relative path (<c>blobs/…</c>) of every kept medium, such as <c>../</c> or <c>/archive/</c>.</summary>
    /// <value>Default: empty, for output that lies beside the <c>blobs</c> folder.</value>
    public string MediaPrefix { get; init; } = "";
}
