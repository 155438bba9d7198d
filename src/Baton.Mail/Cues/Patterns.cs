using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Regular expressions over strangers' letters never backtrack: no letter can make one slow.</summary>
internal static class Patterns
{
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(500));
}
