namespace Baton.Language;

/// <summary>Reads a conversation written down as plain text. A line without a speaker goes on with the turn before it.</summary>
internal static class PlainConversation
{
    public const string Fact = "fact";

    private const int LongestName = 24;

    /// <summary>The turns, each with its line's number from 1, who speaks and the text.</summary>
    /// <exception cref="InvalidDataException">The first line has no speaker.</exception>
    public static IEnumerable<(int Line, string Speaker, string Text)> Turns(TextReader source)
    {
        (int Line, string Speaker, string Text)? turn = null;
        var number = 0;
        while (source.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Speaker(line) is not var (speaker, text))
            {
                turn = turn is var (at, who, said) ? (at, who, $"{said}\n{line.Trim()}") : throw new InvalidDataException($"Line {number} does not say who speaks. Each turn is a line such as 'customer: …' or 'agent: …'.");
                continue;
            }

            if (turn is { } whole)
                yield return whole;
            turn = (number, speaker, text);
        }

        if (turn is { } last)
            yield return last;
    }

    private static (string Speaker, string Text)? Speaker(string line)
    {
        var colon = line.IndexOfAny([':', '：']);
        if (colon is < 1 or > LongestName)
            return null;
        var role = line[..colon].Trim().ToLowerInvariant() switch
        {
            "customer" or "user" or "client" or "kunde" or "kundin" or "cliente" or "客户" or "顾客" or "用户" => "customer",
            "agent" or "bot" or "assistant" or "机器人" => "agent",
            "worker" or "service" or "support" or "reply" or "mitarbeiter" or "客服" => "worker",
            "fact" or "tool" or "source" or "事实" => Fact,
            _ => null,
        };
        return role is null ? null : (role, line[(colon + 1)..].Trim());
    }
}
