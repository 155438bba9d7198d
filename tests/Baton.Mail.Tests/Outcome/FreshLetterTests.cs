using System.Globalization;
using System.Text;

namespace Baton.Mail.Tests;

/// <summary>
/// Sixty letters in the way of some twenty systems and eleven languages, written before anybody looked at what is read from them. The first look is in
/// docs/mail.md; the rules were then mended by them.
/// </summary>
public sealed class FreshLetterTests
{
    private static readonly string[] _blocks = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Letters", "fresh.txt")).Split("=====@ ", StringSplitOptions.RemoveEmptyEntries);

    public static TheoryData<string> Names => [.. _blocks.Select(block => block[..block.IndexOf('\t', StringComparison.Ordinal)])];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_letter_is_taken_for_what_it_is(string name)
    {
        var block = _blocks.Single(one => one.StartsWith(name + '\t', StringComparison.Ordinal));
        var end = block.IndexOf('\n', StringComparison.Ordinal);
        var words = block[..end].Split('\t');
        var outcome = Outcome.Of(LetterReader.Read(Encoding.UTF8.GetBytes(block[(end + 1)..])));
        string[] kinds = words[1] == "reply" ? [nameof(OutcomeKind.SubstantiveReply), nameof(OutcomeKind.HumanReply)] : words[1].Split('|');
        Assert.Contains(outcome.Kind.ToString(), kinds, StringComparer.OrdinalIgnoreCase);
        var wanted = words.Skip(2).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(wanted.GetValueOrDefault("promise"), outcome.Promise is { Unit: not PromiseUnit.None } promise ? $"{promise.Amount} {promise.Unit}" : null);
        Assert.Equal(wanted.GetValueOrDefault("returns"), outcome.Return is { } back ? back.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (back.IsLastDayAway ? "/last" : "/back") : null);
        Assert.Equal(wanted.GetValueOrDefault("unread") == "yes", outcome.IsUnreadMailbox);
        if (wanted.TryGetValue("reason", out var reason)) Assert.Equal(reason, outcome.Failure?.Reason.ToString());
    }
}
