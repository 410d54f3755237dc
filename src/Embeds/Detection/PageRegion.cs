namespace Embeds.Detection;

/// <summary>Which voice of the page a place belongs to.</summary>
internal enum PageRegion
{
    /// <summary>The article, or a page that does not say where its article is.</summary>
    Article,

    /// <summary>Navigation, sidebars, footers, teasers of other articles.</summary>
    Surroundings,

    /// <summary>Readers' comments.</summary>
    Comments,
}
