namespace Embeds.Capture.Network;

/// <summary>What one article may still keep and ask.</summary>
internal sealed class MediaPurse(int pictures, NetworkBudget budget)
{
    private int _left = pictures;

    public NetworkBudget Budget => budget;

    /// <summary>Takes one picture; false when none is left.</summary>
    public bool TakePicture() => Interlocked.Decrement(ref _left) >= 0;
}
