using System.Globalization;
using System.Text;

namespace Embeds.Rewriting;

/// <summary>Writes what an old page's encoding has no byte for as a numeric character reference.</summary>
internal sealed class HtmlEntityFallback : EncoderFallback
{
    // "&#1114111;"
    public override int MaxCharCount => 10;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(char charUnknown, int index) => Set(charUnknown);

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Set(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        private bool Set(int codePoint)
        {
            _text = string.Create(CultureInfo.InvariantCulture, $"&#{codePoint};");
            _next = 0;
            return true;
        }
    }
}
