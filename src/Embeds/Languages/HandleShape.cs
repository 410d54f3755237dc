namespace Embeds.Languages;

/// <summary>What a handle looks like.</summary>
internal enum HandleShape
{
    /// <summary><c>name</c></summary>
    Plain,

    /// <summary><c>name.host.example</c></summary>
    Domain,

    /// <summary><c>name@host.example</c></summary>
    Address,
}
