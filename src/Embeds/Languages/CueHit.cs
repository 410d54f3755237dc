using System.Runtime.InteropServices;

namespace Embeds.Languages;

/// <summary>A phrase and where it stands, in UTF-16 units of the text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CueHit(Cue Cue, int Start, int End)
{
    public bool Is(CueKind kinds) => (Cue.Kind & kinds) != CueKind.None;
}
