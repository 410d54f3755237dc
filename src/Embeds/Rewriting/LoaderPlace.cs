using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Embeds.Rewriting;

/// <summary>A script that makes embeds of a platform's markup.</summary>
/// <param name="Script">The element.</param>
/// <param name="Platform">Id of the platform.</param>
/// <param name="Others">Elements beside posts that the script works on: buttons, timelines.</param>
/// <param name="IsNeeded">Something else of the page needs it: a post that is not to be replaced, a script that calls it.</param>
internal sealed record LoaderPlace(IElement Script, string Platform, ImmutableArray<IElement> Others, bool IsNeeded);
