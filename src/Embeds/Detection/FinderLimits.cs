namespace Embeds.Detection;

/// <summary>Bounds of one walk.</summary>
/// <param name="MaxEmbeds">Sightings after which nothing more is looked for.</param>
/// <param name="MaxHiddenDepth">How deep hidden markup may hide more hidden markup: each level costs a parse.</param>
internal sealed record FinderLimits(int MaxEmbeds, int MaxHiddenDepth);
