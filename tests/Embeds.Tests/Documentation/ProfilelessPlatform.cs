using System.Collections.Immutable;
using Embeds.Platforms;

namespace Embeds.Tests.Documentation;

/// <summary>In the place of a platform that words alone are traced to; asked for an account, it throws.</summary>
internal sealed class ProfilelessPlatform : Platform
{
    public override string Id => "x";

    public override string Name => "X";

    public override ImmutableArray<string> Domains { get; } = ["twitter.com"];

    public override PostLink? ReadLink(WebAddress address) => null;

    public override string? ProfileOf(string handle) => throw new InvalidOperationException("no profile");
}
