using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Tests.Documentation;

/// <summary>A platform that reads addresses and throws when it is asked more about a post.</summary>
internal sealed class ForgetfulPlatform : Platform
{
    public override string Id => "forgetful";

    public override string Name => "Forgetful";

    public override ImmutableArray<string> Domains { get; } = ["forum.example"];

    public override PostLink? ReadLink(WebAddress address) =>
        new() { Platform = Id, NativeId = "7", Permalink = "https://forum.example/t/harbour/7", Handle = "ada", Seen = address.Text };

    public override Published? TimeOf(PostLink link) => throw new InvalidOperationException("no time");

    public override string? ProfileOf(string handle) => throw new InvalidOperationException("no profile");
}
