using System.Globalization;

namespace Embeds.Platforms.X;

/// <summary>
/// The token that X's syndication endpoint expects beside an id: <c>(id / 1e15 × π)</c> in base 36 without its zeros and its point,
/// written as ECMAScript engines write a number with a radix: as few digits as tell it from its neighbours.
/// </summary>
internal static class XToken
{
    private const int Radix = 36;
    private const int MaxDigits = 64;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Of(string id) =>
        double.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ToBase36(number / 1e15 * Math.PI).Replace("0", "", StringComparison.Ordinal)
            : "a";

    /// <summary>The digits before and after the point, without the point.</summary>
    private static string ToBase36(double value)
    {
        var whole = Math.Floor(value);
        var digits = Fraction(value - whole, Math.Max(double.Epsilon, 0.5 * (Math.BitIncrement(value) - value)), out var carry);
        return Whole((long)whole + (carry ? 1 : 0)) + digits;
    }

    private static string Fraction(double fraction, double delta, out bool carry)
    {
        var digits = new List<int>();
        carry = false;
        while (fraction >= delta && digits.Count < MaxDigits)
        {
            fraction *= Radix;
            delta *= Radix;
            var digit = (int)fraction;
            digits.Add(digit);
            fraction -= digit;
            if ((fraction > 0.5 || fraction == 0.5 && (digit & 1) == 1) && fraction + delta > 1)
            {
                carry = RoundUp(digits);
                break;
            }
        }

        return string.Concat(digits.Select(d => Digits[d]));
    }

    /// <returns>Whether the one had to be carried before the point.</returns>
    private static bool RoundUp(List<int> digits)
    {
        while (digits.Count > 0 && digits[^1] == Radix - 1)
            digits.RemoveAt(digits.Count - 1);
        if (digits.Count == 0)
            return true;
        digits[^1]++;
        return false;
    }

    private static string Whole(long number)
    {
        var text = "";
        do
        {
            text = Digits[(int)(number % Radix)] + text;
            number /= Radix;
        }
        while (number > 0);
        return text;
    }
}
