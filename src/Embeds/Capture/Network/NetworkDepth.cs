namespace Embeds.Capture.Network;

/// <summary>How far capture goes beyond what the article itself carries.</summary>
public enum NetworkDepth
{
    /// <summary>No request about any post.</summary>
    Offline,

    /// <summary>Asks only whether each post still stands; what the answer holds is taken along.</summary>
    Confirm,

    /// <summary>Also asks for what the article lacks: the words behind a frame, the rest of a cut text, the exact time, the pictures.</summary>
    Complete,

    /// <summary>Also looks for archived copies: of each post, and of the article for quotes that lost their embed.</summary>
    Archives,
}
