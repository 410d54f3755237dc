using System.Runtime.InteropServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Detection.Payloads;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// The state of one walk over an article's tree, in document order, by index and without recursion. A piece of markup that
/// the page keeps back is walked with the state of the page that hides it.
/// </summary>
internal sealed class PageWalk(PlatformCatalog catalog, CarrierTable carriers, PagePayload payload, TextFinder finder, ArticleParser pieces, FinderLimits limits, bool markdown, Deadline time)
{
    private const int CheckEvery = 127;

    private int _position;
    private int _hiddenDepth;
    private bool _isOutOfTime;

    public List<EmbedSighting> Sightings { get; } = [];

    /// <summary>The scripts that may hold data of the article.</summary>
    public List<IElement> Scripts { get; } = [];

    public List<CaptureIssue> Issues { get; } = [];

    public void Over(IDocument page) => Over(page, new Step(page, PageRegion.Article, false, false), isPage: true);

    /// <summary>Walks markup that a script of the page holds.</summary>
    public void OverStored(string html, IElement script, PageRegion region)
    {
        var step = new Step(script, region, false, false) { HiddenForm = EmbedForm.JsonPayload, Carrier = script };
        if (Parse(html) is { } body)
            Over(body, step with { Node = body }, isPage: false);
    }

    /// <summary>Takes an address that a script of the page holds, when it is a post's that stands there as an embed.</summary>
    public void AddStored(PayloadString found, IElement script, PageRegion region)
    {
        try
        {
            if (catalog.ReadLink(found.Value) is { } link && PayloadPlace.IsEmbed(found, link.Platform))
                Add(CarriedPost.Of(link, EmbedForm.JsonPayload, "payload", script, catalog), script, new Step(script, region, false, false) { HiddenForm = EmbedForm.JsonPayload });
        }
        catch (Exception e) when (IsOfReader(e))
        {
            Lose("An address in the page's data", e);
        }
    }

    /// <summary>Takes the posts of which a page tells search engines.</summary>
    public void AddLinkedData(IElement script, ArticleHead head)
    {
        try
        {
            foreach (var (post, region) in LinkedData.PostsIn(ScriptSource.Of(script), catalog, head))
                Add(post, script, new Step(script, region, false, false) { HiddenForm = EmbedForm.JsonPayload });
        }
        catch (Exception e) when (IsOfReader(e))
        {
            Lose("An address in the page's data", e);
        }
    }

    /// <param name="root">Where to begin.</param>
    /// <param name="start">What holds for all inside it.</param>
    /// <param name="isPage">Whether it is the page itself and not a piece that it keeps back.</param>
    private void Over(INode root, Step start, bool isPage)
    {
        var path = new List<(Step Step, int Next)> { (start with { Node = root }, 0) };
        while (path.Count > 0)
        {
            ref var at = ref CollectionsMarshal.AsSpan(path)[^1];
            var children = at.Step.Node.ChildNodes;
            if (at.Next >= children.Length)
            {
                path.RemoveAt(path.Count - 1);
                continue;
            }

            _position++;
            if ((_position & CheckEvery) == 0)
                time.Check();
            switch (children[at.Next++])
            {
                case Element element when Enters(element, at.Step, isPage, out var inner):
                    path.Add((inner, 0));
                    break;
                case IText text when at.Step.Node is IElement parent:
                    Text(text.Data, parent, at.Step);
                    break;
            }
        }
    }

    /// <returns>Whether anything in the element is to be looked at.</returns>
    private bool Enters(Element element, in Step around, bool isPage, out Step step)
    {
        step = around;
        if (Sightings.Count >= limits.MaxEmbeds)
            return false;
        var name = element.LocalName;
        // Our own blocks are quotes already, and keep the markup that they replaced.
        if (name is "figure" or "template" && element.HasAttribute(CarrierTable.BlockAttribute))
        {
            AddBlock(element, around);
            return false;
        }

        step = around.Into(element);
        var post = Read(element, name);
        if (post is not null)
        {
            Add(post, element, step);
            // A component that was written self-closed (<x-post id="1" />) is not closed to a parser: the rest of the article is in
            // it. A frame that was saved with its document may have the words.
            if (!post.HoldsMore && element is not IHtmlUnknownElement && !element.HasAttribute("srcdoc"))
                return false;
        }

        var shown = Sightings.Count - 1;
        if (element is IHtmlTemplateElement template)
            OverTemplate(template, step);
        else if (HiddenMarkup.Of(element, catalog) is { } hidden)
            OverHidden(hidden, element, step, standsIn: name == "iframe" && post is null);
        if (post is not null && name == "iframe")
            FrameConversation.Fold(Sightings, shown);
        if (isPage && name == "script" && payload.MayBe(element))
            Scripts.Add(element);
        return name is not ("script" or "style" or "svg" or "template" or "textarea" or "pre" or "code");
    }

    /// <summary>What is left of an embed beside the block that replaced it (a consent box, say) is that block's twin.</summary>
    private void AddBlock(Element element, Step around)
    {
        if (element.GetAttribute("data-qb-key")?.Split(':', 2) is not [var platform, var id] || catalog.Find(platform) is not { } known)
            return;
        var link = new PostLink { Platform = platform, NativeId = id, Permalink = "", Seen = "" };
        var reading = new EmbedReading { Link = link, Form = EmbedSighting.BlockForm, Facts = new PostFacts { Via = Quotes.Via.Markup, Rule = EmbedSighting.BlockForm } };
        Add(new CarriedPost(known, reading), element, around);
    }

    private CarriedPost? Read(Element element, string name)
    {
        try
        {
            var post = carriers.Read(element);
            if (post?.Failure is { } failure)
                Lose($"A carrier in <{name}>", failure);
            return post;
        }
        catch (Exception e) when (IsOfReader(e))
        {
            Lose($"A carrier in <{name}>", e);
            return null;
        }
    }

    /// <summary>A platform's reader is a plug-in: what it throws costs this embed and no other.</summary>
    public static bool IsOfReader(Exception e) => e is not (ArticleUnreadableException or OperationCanceledException);

    /// <summary>A platform that fails at one frame fails at all: once is enough.</summary>
    private void Lose(string what, Exception e)
    {
        var issue = new CaptureIssue { Code = "reader-failed", Message = $"{what} could not be read: {e.Message}" };
        if (!Issues.Contains(issue))
            Issues.Add(issue);
    }

    private void Add(CarriedPost post, IElement element, Step step) => Sightings.Add(new EmbedSighting
    {
        Platform = post.Platform,
        Link = post.Reading.Link,
        // What is hidden is known by how it is hidden; inside it may be anything.
        Form = step.HiddenForm ?? post.Reading.Form,
        Facts = post.Reading.Facts,
        Element = step.Carrier ?? element,
        Region = step.Region,
        IsFallback = step.IsFallback,
        Position = _position,
    });

    private void OverHidden((string Html, string Form) hidden, IElement keeper, Step step, bool standsIn)
    {
        if (_hiddenDepth >= limits.MaxHiddenDepth || Parse(hidden.Html) is not { } body)
            return;
        _hiddenDepth++;
        var inside = step with { HiddenForm = step.HiddenForm ?? hidden.Form, Carrier = step.Carrier ?? keeper };
        var before = Sightings.Count;
        Over(body, inside, isPage: false);
        if (standsIn && Sightings.Count == before)
            AddStandIn(body, keeper, inside);
        _hiddenDepth--;
    }

    /// <summary>A template's content is a tree of its own, which the page's script is to put in its place.</summary>
    private void OverTemplate(IHtmlTemplateElement template, Step step)
    {
        if (_hiddenDepth >= limits.MaxHiddenDepth)
            return;
        _hiddenDepth++;
        Over(template.Content, step with { HiddenForm = step.HiddenForm ?? EmbedForm.Consent, Carrier = step.Carrier ?? template }, isPage: false);
        _hiddenDepth--;
    }

    private void AddStandIn(IElement body, IElement keeper, Step step)
    {
        try
        {
            if (StandIn.Read(body, catalog) is { } link)
                Add(CarriedPost.Of(link, EmbedForm.Lazy, "stand-in", keeper, catalog), keeper, step);
        }
        catch (Exception e) when (IsOfReader(e))
        {
            Lose("A frame's own document", e);
        }
    }

    private IElement? Parse(string piece)
    {
        if (_isOutOfTime)
            return null;
        try
        {
            return pieces.Parse(piece).Body;
        }
        catch (ArticleUnreadableException e)
        {
            // What the page keeps back is worth less than what it shows.
            _isOutOfTime = true;
            Issues.Add(new CaptureIssue { Code = e.Code, Message = "Markup that the page keeps back was not read to its end: " + e.Message });
            return null;
        }
    }

    private void Text(string text, IElement parent, Step step)
    {
        // Nearly no text has a code in it.
        if (!markdown && text.AsSpan().IndexOfAny(ShortCode.Openings) < 0)
            return;
        foreach (var found in markdown ? finder.InMarkdown(text, Lose) : finder.InPage(text, Lose))
        {
            Add(found.Post, parent, step);
            Sightings[^1] = Sightings[^1] with { IsInText = step.Carrier is null, Code = step.Carrier is null ? text[found.Start..found.End] : null };
        }
    }

    /// <summary>One element on the way down, with what holds for all inside it.</summary>
    private readonly record struct Step(INode Node, PageRegion Region, bool InArticle, bool IsFallback)
    {
        /// <summary>The form of what is in a piece that the page keeps back; null in the page itself.</summary>
        public string? HiddenForm { get; init; }

        /// <summary>The element that keeps it back.</summary>
        public IElement? Carrier { get; init; }

        public Step Into(Element element) => this with
        {
            Node = element,
            Region = PageRegions.Inside(element, Region, InArticle),
            InArticle = InArticle || element.LocalName is "article" or "main",
            IsFallback = IsFallback || element.LocalName == "noscript",
        };
    }
}
