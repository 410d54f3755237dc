using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>
/// One social platform: its URL grammar, its markup, its ids. The library's own platforms and a user's are the same kind
/// of thing; add yours with <c>options.Platforms.Add(new ForumPlatform())</c>.
/// </summary>
/// <remarks>
/// Implementations hold no state and are called from several threads at once. They see the element that carries a post
/// and nothing else of the page. An exception that one throws becomes an issue in the result; it loses only that embed.
/// </remarks>
public abstract class Platform
{
    /// <summary>Lower-case id as in <c>QuoteBlock.Platform</c>: letters, digits and hyphens, starting with a letter.</summary>
    public abstract string Id { get; }

    /// <summary>The name that readers see, such as <c>X (Twitter)</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The names by which shortcodes, plug-ins and consent tools call this platform or a post of it (<c>twitter</c>,
    /// <c>tweet</c>), in lower case: a name and an id are all that many of them leave in a page.
    /// </summary>
    public virtual ImmutableArray<string> Nicknames => [Id];

    /// <summary>The domains (with all below them) whose addresses <see cref="ReadLink"/> is asked about, in lower case.</summary>
    public abstract ImmutableArray<string> Domains { get; }

    /// <summary>The signs of this platform's markup; empty when posts are only known by their address.</summary>
    public virtual ImmutableArray<EmbedMark> Marks => [];

    /// <summary>The scripts that make embeds of this platform's markup; empty when none is needed or none is known.</summary>
    public virtual ImmutableArray<EmbedLoader> Loaders => [];

    /// <summary>Reads a post's address.</summary>
    /// <param name="address">An address below one of <see cref="Domains"/>, already taken out of archives and redirectors.</param>
    /// <returns>The post; null for everything that is not one post (profiles, share links, timelines …).</returns>
    public abstract PostLink? ReadLink(WebAddress address);

    /// <summary>The post of an id that stands without an address, next to one of <see cref="Nicknames"/>.</summary>
    /// <param name="id">The id as the page has it, without blanks at its ends.</param>
    /// <returns>The post; null for what has not the form of an id, and where an id alone makes no address.</returns>
    public virtual PostLink? FromId(string id) => null;

    /// <summary>
    /// Whether a frame on a host that no platform lists may show a post of this one: for software that runs on anybody's host
    /// (<c>/@ada/109…/embed</c>). Asked of every such frame, so look at the path's shape and at nothing else.
    /// </summary>
    /// <param name="address">The frame's address, already taken out of archives and redirectors.</param>
    /// <returns>True when <see cref="ReadLink"/> is to read it; only a form that no other site uses is sure enough.</returns>
    public virtual bool MayOwn(WebAddress address) => false;

    /// <summary>Reads an element that bears one of <see cref="Marks"/>.</summary>
    /// <param name="element">The element; treat it as read-only.</param>
    /// <returns>What it says; null when it carries no post after all.</returns>
    public virtual EmbedReading? ReadMarkup(IElement element) => null;

    /// <summary>The address of an account.</summary>
    /// <param name="handle">Its handle without <c>@</c>.</param>
    /// <returns>The address; null when a handle does not make one.</returns>
    public virtual string? ProfileOf(string handle) => null;

    /// <summary>
    /// Reads what stands beside the address on an element that carries only that: a frame's title, a player's label.
    /// </summary>
    /// <param name="element">The frame or placeholder.</param>
    /// <param name="link">The post.</param>
    /// <returns>Facts, or null when there are none.</returns>
    public virtual PostFacts? ReadFrame(IElement element, PostLink link) => null;

    /// <summary>The time that the post's id holds.</summary>
    /// <param name="link">The post.</param>
    /// <returns>The time with the precision that the id warrants; null when ids of this platform hold none.</returns>
    public virtual Published? TimeOf(PostLink link) => null;

    /// <summary>
    /// Where the network may be asked about a post, in order: official oEmbed, a public API without a key, the post's own page.
    /// Name each with all that its answer can give; those that can add nothing are not asked. No request is made here.
    /// </summary>
    /// <param name="link">The post.</param>
    /// <returns>The sources. Without an override the post's page is asked: what it says in OpenGraph and JSON-LD, and the oEmbed endpoint that it names.</returns>
    public virtual ImmutableArray<PostSource> SourcesOf(PostLink link) => [PostPage.Of(this, link)];

    /// <summary>The addresses under which archives may hold copies of a post, the likeliest first.</summary>
    /// <param name="link">The post.</param>
    public virtual ImmutableArray<string> ArchivedUnder(PostLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Seen == link.Permalink || WebAddress.Storable(link.Seen) is null ? [link.Permalink] : [link.Permalink, link.Seen];
    }

    /// <summary>What an archived copy of the post's page says: it is read as the page itself would be, and as an article that shows the post.</summary>
    internal virtual PostFacts? ReadArchived(PostLink link, SourceAnswer copy)
    {
        var asPage = SourcesOf(link).Where(source => source.Accept == PostSource.Page).Select(source => source.Read(copy)?.Facts).OfType<PostFacts>().ToList();
        return asPage.Find(facts => facts.Text is not null)
            ?? MarkupWords.ReadEmbed(this, link, copy.Text)
            ?? asPage.FirstOrDefault()
            ?? PostPage.Read(this, link, copy)?.Facts;
    }

    /// <summary>Whether an address lies below one of <see cref="Domains"/>.</summary>
    internal bool Owns(WebAddress address)
    {
        foreach (var domain in Domains)
        {
            if (address.IsUnder(domain))
                return true;
        }

        return false;
    }

    /// <summary>The post of this platform that an address in its markup names, whatever archive or redirector wraps it.</summary>
    /// <param name="text">The address as the markup has it; null gives null.</param>
    /// <returns>The post, with <see cref="PostLink.Seen"/> as the markup has it; null for other hosts' addresses and for what is no post.</returns>
    protected internal PostLink? ReadOwnLink(string? text)
    {
        if (!WebAddress.TryParse(text, out var address))
            return null;
        var inner = WrappedAddress.Unwrap(address);
        return Owns(inner) && ReadLink(inner) is { } link ? link with { Seen = address.Text } : null;
    }

    /// <summary>
    /// The post that one of this platform's addresses (a player's, an API's) has in a parameter. Editors and scripts encode an
    /// address again each time they put it into another one.
    /// </summary>
    private protected PostLink? ReadInner(WebAddress outer, string? parameter)
    {
        const int MaxEncodings = 3;
        for (var i = 0; i < MaxEncodings && parameter is not null && parameter.Contains('%'); i++)
            parameter = Uri.UnescapeDataString(parameter);
        return ReadOwnLink(parameter) is { } link ? link with { Seen = outer.Text } : null;
    }
}
