using System.CommandLine;

namespace Baton;

/// <summary>Settings on the command line: <c>--Section:Key=value</c>.</summary>
internal static class Settings
{
    /// <exception cref="UserMistakeException">A word is not a setting.</exception>
    public static IReadOnlyList<string> From(ParseResult parsed)
    {
        foreach (var token in parsed.UnmatchedTokens)
        {
            if (!token.StartsWith("--", StringComparison.Ordinal) || !token.Contains('=', StringComparison.Ordinal))
                throw new UserMistakeException($"'{token}' is not understood. Settings are written --Section:Key=value, e.g. --Journal:Engine=PostgreSql; see --help for the rest.");
        }

        return parsed.UnmatchedTokens;
    }
}
