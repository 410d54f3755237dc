using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Languages;

/// <summary>
/// Reads a date as a widget prints it, in any of the languages and in any order of its parts:
/// <c>November 17, 2017</c>, <c>23. Okt 2017 um 0:31 Uhr</c>, <c>2017年11月17日</c>, <c>8:44 AM ∙ Mar 15, 2023</c>.
/// </summary>
internal ref struct DateReader
{
    /// <summary>Longer than any printed date with its time and zone.</summary>
    private const int MostChars = 90;

    private readonly ReadOnlySpan<char> _text;
    private readonly DateWords _words;
    private int _at;
    private int _end;
    private int _year;
    private int _month;
    private int _day;
    private int _hour;
    private int _minute;
    private int _second;
    private bool _monthMayBeWeekday;
    private bool _hasTime;
    private bool _hasSecond;
    private bool _afterNoon;
    private bool _beforeNoon;
    private string? _zone;

    private DateReader(ReadOnlySpan<char> text, DateWords words)
    {
        _text = text[..Math.Min(text.Length, MostChars)];
        _words = words;
        _hour = -1;
    }

    /// <summary>Reads the date at the start of <paramref name="text"/>, or says that none stands there.</summary>
    /// <param name="text">The text; blanks and small words may stand before the date.</param>
    /// <param name="words">The words of dates.</param>
    /// <param name="published">The date, as precisely as it is printed, with its zone where that is printed.</param>
    /// <param name="length">How many UTF-16 units were read, without what follows the date.</param>
    public static bool TryRead(ReadOnlySpan<char> text, DateWords words, out Published published, out int length)
    {
        var reader = new DateReader(text, words);
        int start = reader.SkipSeparators(0);
        reader._at = start;
        while (reader._at < reader._text.Length && reader.ReadPart())
            reader._at = reader.SkipSeparators(reader._at);
        published = Published.Unknown;
        length = reader._end;
        if (!reader.IsDate())
            return false;
        published = reader.ToPublished(text[reader.FirstPart(start)..reader._end].ToString());
        return true;
    }

    private readonly bool IsDate() =>
        _year is >= 1990 and <= 2100 && _month is >= 1 and <= 12 && _day >= 1 && _day <= DateTime.DaysInMonth(_year, _month);

    private readonly Published ToPublished(string asShown)
    {
        string day = string.Create(CultureInfo.InvariantCulture, $"{_year:D4}-{_month:D2}-{_day:D2}");
        int hour = Hour24();
        if (!_hasTime || hour is < 0 or > 23 || _minute > 59 || _second > 59)
            return new Published { At = day, Precision = DatePrecision.Day, Zone = DateZone.Unknown, AsShown = asShown };
        string time = string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{_minute:D2}");
        if (_hasSecond)
            time += string.Create(CultureInfo.InvariantCulture, $":{_second:D2}");
        return new Published
        {
            At = day + time + _zone,
            Precision = _hasSecond ? DatePrecision.Second : DatePrecision.Minute,
            Zone = _zone is null ? DateZone.Unknown : DateZone.Explicit,
            AsShown = asShown,
        };
    }

    private readonly int Hour24() => _afterNoon && _hour < 12 ? _hour + 12 : _beforeNoon && _hour == 12 ? 0 : _hour;

    /// <summary>The small words before a date (<c>on</c>, <c>am</c>, <c>in data:</c>) are not part of what is shown.</summary>
    private readonly int FirstPart(int start)
    {
        int i = start;
        while (i < _end)
        {
            int wordEnd = WordEnd(i);
            if (wordEnd == i || _words.Find(_text[i..wordEnd]) is not { } word || word.Month != 0 || !word.Is(DateWordKind.Filler))
                return i;
            if (word.Is(DateWordKind.Weekday))
                return i;
            i = SkipSeparators(wordEnd);
        }

        return start;
    }

    private bool ReadPart() => DigitAt(_at) >= 0 ? ReadNumber() : ReadWord();

    private bool ReadNumber()
    {
        int start = _at;
        int number = ReadDigits(out int digits);
        if (digits <= 2 && Peek() == ' ' && _at + 2 < _text.Length && _text[_at + 1] == ':' && DigitAt(_at + 2) >= 0)
            _at++;
        char next = Peek();
        if (next is ':' && digits <= 2 && DigitAt(_at + 1) >= 0)
            return ReadTime(number, ':');
        if (next is 'h' or 'H' && digits <= 2 && DigitAt(_at + 1) >= 0)
            return ReadTime(number, next);
        if (next is '.' && digits <= 2 && DateIsWhole() && !_hasTime && DigitAt(_at + 1) >= 0)
            return ReadTime(number, '.');
        if (next is '-' or '/' or '.' && DigitAt(_at + 1) >= 0 && _year == 0 && _month == 0)
            return ReadNumericDate(start);
        if (ReadUnit(next, number))
            return true;
        if (digits == 4 && _year == 0)
            return Take(ref _year, number);
        if (digits > 4 && _year == 0 && _day > 0 && _month > 0)
            return TakeYearBeforeCounts(start);
        if (digits > 2 || _day != 0)
            return false;
        SkipOrdinalMark();
        return Take(ref _day, number);
    }

    /// <summary><c>Mar 15, 202399Likes</c>: a flattened card runs its counts on behind the year.</summary>
    private bool TakeYearBeforeCounts(int start)
    {
        _at = start;
        int year = 0;
        for (int i = 0; i < 4; i++)
            year = (year * 10) + DigitAt(_at++);
        if (year is < 2000 or > 2100)
            return false;
        Take(ref _year, year);
        return false;
    }

    /// <summary>The units of East Asian dates and times.</summary>
    private bool ReadUnit(char unit, int number)
    {
        switch (unit)
        {
            case '年' or '년' when _year == 0:
                _at++;
                return Take(ref _year, number);
            case '月' or '월' when _month == 0:
                _at++;
                return Take(ref _month, number);
            case '日' or '일' or '號' or '号' when _day == 0:
                _at++;
                return Take(ref _day, number);
            case '時' or '时' or '시' or '點' or '点' when _hour < 0:
                _at++;
                _hour = number;
                _hasTime = true;
                _end = _at;
                return true;
            case '分' or '분' when _hasTime:
                _at++;
                return Take(ref _minute, number);
            default:
                return false;
        }
    }

    private bool ReadTime(int hour, char separator)
    {
        if (_hasTime)
            return false;
        _at++;
        _hour = hour;
        _minute = ReadDigits(out int digits);
        _hasTime = digits == 2;
        if (_hasTime && separator == ':' && Peek() == ':' && DigitAt(_at + 1) >= 0)
        {
            _at++;
            _second = ReadDigits(out _);
            _hasSecond = true;
        }

        _end = _at;
        return _hasTime;
    }

    /// <summary>
    /// <c>2017-11-17</c>, <c>17.11.2017</c>, <c>11/17/2017</c>. Of <c>03/04/2017</c> nobody can tell the day from the month, so it is no date.
    /// </summary>
    private bool ReadNumericDate(int start)
    {
        _at = start;
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        char separator = '\0';
        for (int i = 0; i < 3; i++)
        {
            parts[i] = ReadDigits(out lengths[i]);
            if (i == 2)
                break;
            if (lengths[i] == 0 || (separator != '\0' && Peek() != separator))
                return false;
            separator = Peek();
            _at++;
            while (separator == '.' && Peek() == ' ')
                _at++;
        }

        if (lengths[0] == 4)
            (_year, _month, _day) = (parts[0], parts[1], parts[2]);
        else if (lengths[2] != 4)
            return false;
        else if (separator == '.' || parts[0] > 12)
            (_day, _month, _year) = (parts[0], parts[1], parts[2]);
        else if (parts[1] > 12 || parts[0] == parts[1])
            (_month, _day, _year) = (parts[0], parts[1], parts[2]);
        else
            return false;
        _end = _at;
        if (Peek() is 'T')
            _at++;
        return true;
    }

    private bool ReadWord()
    {
        int wordEnd = WordEnd(_at);
        if (wordEnd == _at)
            return false;
        int longEnd = LongWordEnd(wordEnd);
        if (longEnd > wordEnd && _words.Find(_text[_at..longEnd]) is not null)
            wordEnd = longEnd;
        ReadOnlySpan<char> letters = _text[_at..wordEnd];
        if (ReadZone(letters, wordEnd))
            return true;
        if (_words.Find(letters) is not { } word)
            return false;
        _at = wordEnd;
        if (word.Month > 0 && (_month == 0 || _monthMayBeWeekday))
        {
            // "mar" is March, and Tuesday in front of another month.
            _monthMayBeWeekday = word.Is(DateWordKind.Weekday);
            return Take(ref _month, word.Month);
        }

        if (ReadHalfOfDay(word))
            return true;
        if (word.Is(DateWordKind.Weekday))
        {
            _end = _at;
            return true;
        }

        return word.Is(DateWordKind.Filler) || (word.Is(DateWordKind.Ending) && TakeEnding());
    }

    /// <summary><c>16 мая 2018 г.</c>, <c>um 0:31 Uhr</c></summary>
    private bool TakeEnding()
    {
        if (Peek() == '.')
            _at++;
        if (DateIsWhole())
            _end = _at;
        return true;
    }

    private bool ReadHalfOfDay(DateWord word)
    {
        // German "am" and Spanish "a" are also small words of dates: only behind a time do they tell the half of the day.
        bool beforeTime = !word.Is(DateWordKind.Filler);
        if ((!_hasTime && !beforeTime) || _afterNoon || _beforeNoon)
            return false;
        if (word.Is(DateWordKind.AfterNoon))
            _afterNoon = true;
        else if (word.Is(DateWordKind.BeforeNoon))
            _beforeNoon = true;
        else
            return false;
        SkipDotsOfAbbreviation();
        if (_hasTime)
            _end = _at;
        return true;
    }

    private bool ReadZone(ReadOnlySpan<char> letters, int wordEnd)
    {
        if (!_hasTime || _zone is not null || TimeZones.Offset(letters) is not { } offset)
            return false;
        _at = wordEnd;
        _zone = offset;
        if (Peek() is '+' or '-' && DigitAt(_at + 1) >= 0)
        {
            char sign = Peek();
            _at++;
            int number = ReadDigits(out int digits);
            if (Peek() == ':' && digits <= 2)
            {
                _at++;
                number = (number * 100) + ReadDigits(out _);
                digits = 4;
            }

            int minutes = digits <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
            _zone = minutes == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60 % 24:D2}:{minutes % 60:D2}");
        }

        _end = _at;
        return true;
    }

    private readonly bool DateIsWhole() => _year > 0 && _month > 0 && _day > 0;

    private bool Take(ref int field, int value)
    {
        field = value;
        _end = _at;
        return true;
    }

    private readonly char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private readonly int DigitAt(int index) =>
        index < _text.Length && char.IsDigit(_text[index]) ? (int)char.GetNumericValue(_text[index]) : -1;

    private int ReadDigits(out int digits)
    {
        int number = 0;
        digits = 0;
        while (DigitAt(_at) is >= 0 and int digit)
        {
            // A number of more digits is no part of a date; only that it is too long must stay visible.
            if (digits < 6)
                number = (number * 10) + digit;
            digits++;
            _at++;
        }

        return number;
    }

    /// <summary><c>1st</c>, <c>17th</c>, <c>1er</c>, <c>1º</c>, <c>17.</c></summary>
    private void SkipOrdinalMark()
    {
        if (Peek() is '.' or 'º' or 'ª' or '°')
        {
            _at++;
            return;
        }

        int wordEnd = WordEnd(_at);
        if (_text[_at..wordEnd] is "st" or "nd" or "rd" or "th" or "er" or "ste" or "de" or "re" or "η")
            _at = wordEnd;
    }

    private void SkipDotsOfAbbreviation()
    {
        // "a.m." is read as the word "a"; the rest of it follows.
        while (Peek() is '.' or 'm' or 'M' or 'ч' or 'μ')
            _at++;
    }

    private readonly int WordEnd(int start)
    {
        int i = start;
        while (i < _text.Length && (char.IsLetter(_text[i]) || char.GetUnicodeCategory(_text[i]) is UnicodeCategory.NonSpacingMark))
            i++;
        return i;
    }

    /// <summary>Names of two parts: <c>كانون الثاني</c>, <c>terça-feira</c>, <c>п'ятниця</c>.</summary>
    private readonly int LongWordEnd(int firstEnd) =>
        firstEnd < _text.Length && (_text[firstEnd] is ' ' or '-' || Scripts.IsApostrophe(_text[firstEnd])) ? WordEnd(firstEnd + 1) : firstEnd;

    private readonly int SkipSeparators(int start)
    {
        int i = start;
        while (i < _text.Length && (Scripts.IsBlank(_text[i]) || IsSeparator(i)))
            i++;
        return i;
    }

    private readonly bool IsSeparator(int index) => _text[index] switch
    {
        ',' or '،' or '、' or '·' or '•' or '∙' or '.' or ':' or '(' or ')' or '(' or ')' or '[' or ']' or '’' or '\'' or '|' => true,
        '-' or '–' or '—' => index + 1 < _text.Length && Scripts.IsBlank(_text[index + 1]),
        _ => false,
    };
}
