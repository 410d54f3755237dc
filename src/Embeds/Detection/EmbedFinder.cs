using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// The one walk over an article's tree: which elements carry a post, in document order. It knows carriers and asks the
/// catalog; it knows no platform by name.
/// </summary>
internal sealed class EmbedFinder(PlatformCatalog catalog, ArticleParser parser, FinderLimits limits)
{
    public EmbedFindings Find(IHtmlDocument document, bool markdown)
    {
        var walk = new Walk(this, markdown);
        walk.Over(document, null);
        return new EmbedFindings(TwinMerger.Merge(walk.Sightings), walk.Head, [.. walk.Issues]);
    }

    /// <summary>The state of one walk; a hidden piece of markup is walked with the state of the page that hides it.</summary>
    private sealed class Walk(EmbedFinder finder, bool markdown)
    {
        private int _position;
        private int _hiddenDepth;

        public List<EmbedSighting> Sightings { get; } = [];

        public ArticleHead Head { get; } = new();

        public List<CaptureIssue> Issues { get; } = [];

        /// <param name="root">Where to begin.</param>
        /// <param name="host">The element that hides this markup; null for the page itself.</param>
        public void Over(INode root, Step? host)
        {
            var path = new Stack<(Step Step, int Next)>();
            path.Push((host is { } h ? h with { Node = root } : new Step(root, PageRegion.Article, false, false), 0));
            while (path.Count > 0)
            {
                var (step, next) = path.Pop();
                var children = step.Node.ChildNodes;
                if (next >= children.Length)
                    continue;
                path.Push((step, next + 1));
                _position++;
                switch (children[next])
                {
                    case IElement element when Enter(element, step, host) is { } inner:
                        path.Push((inner, 0));
                        break;
                    case IText text when markdown && text.Data.Contains("://", StringComparison.Ordinal):
                        Lines(text, step);
                        break;
                }
            }
        }

        /// <returns>The step into the element; null when nothing in it is to be looked at.</returns>
        private Step? Enter(IElement element, Step around, Step? host)
        {
            if (Sightings.Count >= finder.Limits.MaxEmbeds)
                return null;
            var name = element.LocalName;
            if (host is null)
                Head.See(element, name);
            // Our own blocks are quotes already, and keep the markup that they replaced.
            if (name is "figure" or "span" && element.HasAttribute("data-qb"))
                return null;

            var step = around.Into(element);
            if (Read(element, name, step, host))
                return null;
            if (HiddenMarkup.Of(element) is { } hidden)
                OverHidden(hidden, step);
            return name is "script" or "style" or "svg" or "template" or "textarea" or "pre" or "code" ? null : step;
        }

        /// <returns>Whether the element carries a post, so that what is in it belongs to that post.</returns>
        private bool Read(IElement element, string name, Step step, Step? host)
        {
            try
            {
                return ReadCarriers(element, name, step, host);
            }
            catch (Exception e) when (e is not (ArticleUnreadableException or OperationCanceledException))
            {
                // A platform's reader is a plug-in: what it throws costs this embed and no other.
                Issues.Add(new CaptureIssue { Code = "reader-failed", Message = $"A carrier in <{name}> could not be read: {e.Message}" });
                return false;
            }
        }

        private bool ReadCarriers(IElement element, string name, Step step, Step? host)
        {
            var catalog = finder.Catalog;
            foreach (var platform in MarkedElement.PlatformsOf(element, catalog))
            {
                if (platform.ReadMarkup(element) is { } reading)
                    return Add(platform, reading.Link, reading.Form, reading.Facts, element, step, host);
            }

            if (PlayerFrame.Is(name))
                return PlayerFrame.Read(element, catalog) is { } frame && Add(frame.Link, frame.Form, element, step, host, "frame");
            if (name == "blockquote" && DegradedQuote.Read(element, catalog) is { } quote)
                return Add(catalog.Find(quote.Link!.Platform)!, quote.Link, quote.Form, quote.Facts, element, step, host);
            if (BareLink.MayHold(name) && BareLink.Read(element, catalog) is { } bare)
                return Add(bare, EmbedForm.BareLink, element, step, host, "bare-link");
            return Placeholder.MayBe(name) && Placeholder.Read(element, catalog) is { } placeholder
                && Add(placeholder.Link, placeholder.Form, element, step, host, "placeholder");
        }

        private bool Add(PostLink link, string form, IElement element, Step step, Step? host, string rule)
        {
            var platform = finder.Catalog.Find(link.Platform)!;
            var facts = platform.ReadFrame(element, link) ?? new PostFacts { Via = Quotes.Via.Markup, Rule = rule };
            return Add(platform, link, form, facts, element, step, host);
        }

        private bool Add(Platform platform, PostLink? link, string form, PostFacts facts, IElement element, Step step, Step? host)
        {
            Sightings.Add(new EmbedSighting
            {
                Platform = platform,
                Link = link,
                // What is hidden is known by how it is hidden; inside it may be anything.
                Form = host?.HiddenForm ?? form,
                Facts = facts,
                Element = host?.Carrier ?? element,
                Region = step.Region,
                IsFallback = step.IsFallback,
                Position = _position,
            });
            return true;
        }

        private void OverHidden((string Html, string Form) hidden, Step step)
        {
            if (_hiddenDepth >= finder.Limits.MaxHiddenDepth)
                return;
            _hiddenDepth++;
            var document = finder.Parser.Parse(hidden.Html);
            if (document.Body is { } body)
                Over(body, step with { HiddenForm = step.HiddenForm ?? hidden.Form, Carrier = step.Carrier ?? step.Node as IElement });
            _hiddenDepth--;
        }

        private void Lines(IText text, Step step)
        {
            foreach (var line in text.Data.AsSpan().EnumerateLines())
            {
                if (BareLink.OfLine(line, finder.Catalog) is { } link && step.Node is IElement parent)
                    Add(link, EmbedForm.BareLink, parent, step, null, "bare-link");
            }
        }
    }

    private PlatformCatalog Catalog => catalog;

    private ArticleParser Parser => parser;

    private FinderLimits Limits => limits;

    /// <summary>One element on the way down, with what holds for all inside it.</summary>
    private readonly record struct Step(INode Node, PageRegion Region, bool InArticle, bool IsFallback)
    {
        public string? HiddenForm { get; init; }

        public IElement? Carrier { get; init; }

        public Step Into(IElement element) => this with
        {
            Node = element,
            Region = PageRegions.Inside(element, Region, InArticle),
            InArticle = InArticle || element.LocalName is "article" or "main",
            IsFallback = IsFallback || element.LocalName == "noscript",
        };
    }
}
