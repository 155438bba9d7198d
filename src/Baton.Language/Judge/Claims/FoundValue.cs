namespace Baton.Language;

/// <summary>A value in a text, in a form that does not depend on how it is written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">
/// A number, amount or percentage as it is; a date as month × 100 + day; a time as minutes after midnight; a weekday from 1 for Monday;
/// of a code nothing.
/// </param>
/// <param name="Code">Of a code its letters and digits in lower case; else empty.</param>
/// <param name="Year">Of a date with a year, the year; else 0.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="Length">How long.</param>
internal readonly record struct FoundValue(ClaimKind Kind, decimal Number, string Code, int Year, int Start, int Length)
{
    public int End => Start + Length;
}
