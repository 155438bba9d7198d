namespace Baton.Language;

/// <summary>The values of all that is known: facts, the customer's words, earlier turns. It says how a value of the reply follows from them.</summary>
internal sealed class KnownValues
{
    // More numbers than these add up to nearly everything.
    private const int MostToReckonWith = 24;

    private const int MostSummands = 12;

    private readonly List<(FoundValue Value, KnownText Text)> _values = [];
    private readonly HashSet<decimal> _loose = [];

    public KnownValues(IEnumerable<KnownText> texts)
    {
        foreach (var text in texts)
        {
            foreach (var value in text.Values)
                Add(value, text);
        }
    }

    public int Count => _values.Count;

    /// <summary>How a value is known, and the value it rests on.</summary>
    public (ClaimSupport Support, FoundValue? From, KnownText? Text) Support(FoundValue value)
    {
        foreach (var (known, text) in _values)
        {
            if (known.Kind == value.Kind && IsSame(known, value))
                return (ClaimSupport.Supported, known, text);
        }

        foreach (var (known, text) in _values)
        {
            if (IsAlike(known, value))
                return (ClaimSupport.Supported, known, text);
        }

        foreach (var (known, text) in _values)
        {
            if (IsWorkedOut(known, value))
                return (ClaimSupport.Derived, known, text);
        }

        return IsReckoned(value) ? (ClaimSupport.Derived, null, null) : (ClaimSupport.Unsupported, null, null);
    }

    /// <summary>Whether an amount or number is the sum, difference or multiple of two others: a reply that shows how it reckons.</summary>
    public static bool IsSumOf(FoundValue value, IReadOnlyList<FoundValue> others)
    {
        if (value.Kind is not (ClaimKind.Money or ClaimKind.Number or ClaimKind.Percent))
            return false;
        var amounts = others.Where(other => other.Start != value.Start && other.Kind is ClaimKind.Money or ClaimKind.Number && other.Number != value.Number && other.Number != 0).Select(other => other.Number).ToList();
        for (var first = 0; first < amounts.Count; first++)
        {
            for (var second = first + 1; second < amounts.Count; second++)
            {
                if (amounts[first] + amounts[second] == value.Number || amounts.Skip(second + 1).Take(MostSummands).Any(third => amounts[first] + amounts[second] + third == value.Number) || Math.Abs(amounts[first] - amounts[second]) == value.Number || amounts[first] * amounts[second] == value.Number)
                    return true;
            }
        }

        return false;
    }

    private void Add(FoundValue value, KnownText text)
    {
        _values.Add((value, text));
        switch (value.Kind)
        {
            case ClaimKind.Date:
                _loose.Add(value.Number % 100);
                break;
            case ClaimKind.Time:
                _loose.Add(Math.Floor(value.Number / 60));
                _loose.Add(value.Number % 60);
                break;
            case ClaimKind.Code or ClaimKind.Weekday:
                break;
            default:
                _loose.Add(value.Number);
                break;
        }
    }

    private static bool IsSame(FoundValue known, FoundValue value) => value.Kind switch
    {
        ClaimKind.Code => known.Code == value.Code || (value.Code.Length >= 3 && (known.Code.EndsWith(value.Code, StringComparison.Ordinal) || known.Code.StartsWith(value.Code, StringComparison.Ordinal) || value.Code.EndsWith(known.Code, StringComparison.Ordinal))),
        ClaimKind.Date => known.Number == value.Number && (known.Year == 0 || value.Year == 0 || known.Year == value.Year),
        _ => known.Number == value.Number,
    };

    /// <summary>The same value under another kind: "the 26th" and 26 November, "at four" and 16:00, 26 November and Thursday.</summary>
    private static bool IsAlike(FoundValue known, FoundValue value) => (known.Kind, value.Kind) switch
    {
        (ClaimKind.Date, ClaimKind.Number) => known.Number % 100 == value.Number || (known.Year > 0 && known.Year == value.Number),
        (ClaimKind.Date, ClaimKind.Weekday) => Day(known) is not { } day || ((int)day.DayOfWeek + 6) % 7 + 1 == value.Number,
        (ClaimKind.Time, ClaimKind.Time) => known.Number == value.Number + 720 || known.Number == value.Number - 720,
        (ClaimKind.Time, ClaimKind.Number) => IsHour(known.Number / 60, value.Number) || known.Number % 60 == value.Number || IsHour((known.Number / 60) + 1, value.Number) && known.Number % 60 >= 30,
        (ClaimKind.Number, ClaimKind.Time) => value.Number % 60 == 0 && IsHour(value.Number / 60, known.Number),
        (ClaimKind.Code, ClaimKind.Number) => value.Number >= 10 && known.Code.Contains(((long)value.Number).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
        (ClaimKind.Code, ClaimKind.Money) => known.Code == ((long)value.Number).ToString(System.Globalization.CultureInfo.InvariantCulture) && value.Number == Math.Floor(value.Number),
        (ClaimKind.Number, ClaimKind.Code) => value.Code == ((long)known.Number).ToString(System.Globalization.CultureInfo.InvariantCulture),
        (ClaimKind.Number, ClaimKind.Date) => known.Number == value.Number % 100,
        (ClaimKind.Code or ClaimKind.Weekday or ClaimKind.Date or ClaimKind.Time, _) => false,
        (_, ClaimKind.Number or ClaimKind.Money or ClaimKind.Percent) => known.Number == value.Number,
        _ => false,
    };

    private static bool IsHour(decimal known, decimal value) => Math.Floor(known) is var hour && (hour == value || hour == value + 12 || hour + 12 == value);

    /// <summary>Rounded, or in another unit of the same.</summary>
    private static bool IsWorkedOut(FoundValue known, FoundValue value)
    {
        if (known.Kind is ClaimKind.Code or ClaimKind.Weekday or ClaimKind.Date || value.Kind is ClaimKind.Code or ClaimKind.Weekday or ClaimKind.Date)
            return false;
        if (known.Kind == ClaimKind.Time || value.Kind == ClaimKind.Time)
            return known.Kind == value.Kind && Math.Abs(known.Number - value.Number) <= 5;
        if (value.Number == 0 || known.Number == 0)
            return false;
        var ratio = known.Number / value.Number;
        var isRounded = Math.Abs(ratio - 1) <= 0.04m && value.Number >= 10 && (known.Number != Math.Floor(known.Number) || value.Number % 5 == 0);
        return isRounded || (ratio is 7 or 30 or 12 or 24 or 60 or 1000 or 100 && value.Kind == ClaimKind.Number) || (1 / ratio is 7 or 30 or 24 or 60 or 100 or 1000 && value.Kind == ClaimKind.Number);
    }

    /// <summary>A sum, a difference or a multiple of two known numbers; a day so many days from a known one.</summary>
    private bool IsReckoned(FoundValue value)
    {
        if (value.Kind == ClaimKind.Date)
            return _values.Exists(known => known.Value.Kind == ClaimKind.Date && Day(known.Value with { Year = known.Value.Year == 0 ? 2025 : known.Value.Year }) is { } from && Day(value with { Year = from.Year }) is { } to && _values.Exists(days => days.Value.Kind == ClaimKind.Number && days.Value.Number == Math.Abs(to.DayNumber - from.DayNumber)));
        if (value.Kind is ClaimKind.Code or ClaimKind.Weekday or ClaimKind.Time)
            return false;
        // A price for two to nine people or pieces.
        if (value.Kind == ClaimKind.Money && _values.Exists(known => known.Value.Kind is ClaimKind.Money or ClaimKind.Number && known.Value.Number >= 10 && value.Number / known.Value.Number is >= 2 and <= 9 and var times && times == Math.Floor(times)))
            return true;
        if (_values.Count > MostToReckonWith)
            return false;
        for (var first = 0; first < _values.Count; first++)
        {
            for (var second = first + 1; second < _values.Count; second++)
            {
                var (left, right) = (_values[first].Value, _values[second].Value);
                if (left.Kind is ClaimKind.Code or ClaimKind.Weekday || right.Kind is ClaimKind.Code or ClaimKind.Weekday)
                    continue;
                if (left.Kind == right.Kind && (left.Number + right.Number == value.Number || Math.Abs(left.Number - right.Number) == value.Number))
                    return true;
                if (value.Number >= 10 && left.Number * right.Number == value.Number)
                    return true;
                if (left.Kind == ClaimKind.Date && left.Kind == right.Kind && Day(left with { Year = 2025 }) is { } from && Day(right with { Year = 2025 }) is { } to && Math.Abs(to.DayNumber - from.DayNumber) == value.Number)
                    return true;
                if ((left.Kind == ClaimKind.Percent && right.Number * left.Number / 100 == value.Number) || (right.Kind == ClaimKind.Percent && left.Number * right.Number / 100 == value.Number))
                    return true;
            }
        }

        return false;
    }

    private static DateOnly? Day(FoundValue date)
    {
        var (month, day) = ((int)date.Number / 100, (int)date.Number % 100);
        return date.Year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(date.Year, month) ? new DateOnly(date.Year, month, day) : null;
    }
}
