using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Regular expressions over customers' text never backtrack: no message can make one slow.</summary>
internal static class Patterns
{
    public static Regex Compile(string pattern, bool ignoreCase = true) => new(
        pattern,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        TimeSpan.FromMilliseconds(500));

    /// <summary>A pattern from a procedure file; one that needs backtracking gets it, within a limit of time.</summary>
    public static Regex CompileForeign(string pattern)
    {
        try
        {
            return Compile(pattern);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(20));
        }
    }
}
