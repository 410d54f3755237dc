namespace Embeds.Capture.Http;

/// <summary>What a fetch came to: a <see cref="FetchedResource"/> or a <see cref="FetchFailure"/>.</summary>
internal abstract record FetchOutcome
{
    private protected FetchOutcome()
    {
    }
}
