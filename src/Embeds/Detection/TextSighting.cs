using Embeds.Detection.Carriers;

namespace Embeds.Detection;

/// <summary>One place in a text that stands for a post.</summary>
/// <param name="Post">The post.</param>
/// <param name="Start">First UTF-16 unit of the place in the text.</param>
/// <param name="End">Unit after its last.</param>
internal sealed record TextSighting(CarriedPost Post, int Start, int End);
