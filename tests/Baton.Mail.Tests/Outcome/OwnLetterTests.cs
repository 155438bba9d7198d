using System.Globalization;

namespace Baton.Mail.Tests;

/// <summary>Letters that we wrote, of every kind and in five languages, each with what must be read from it.</summary>
public sealed class OwnLetterTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Letters");

    public static TheoryData<string> Expectations => [.. File.ReadLines(Path.Combine(_folder, "expected.txt")).Where(line => line[0] != '#')];

    [Theory]
    [MemberData(nameof(Expectations))]
    public void A_letter_is_taken_for_what_it_is(string expectation)
    {
        var words = expectation.Split('\t');
        var letter = LetterReader.Read(File.ReadAllBytes(Path.Combine(_folder, words[0] + ".eml")));
        var outcome = Outcome.Of(letter);
        Assert.Equal(words[1], outcome.Kind.ToString(), ignoreCase: true);
        if (words[2] != "-")
            Assert.Equal(words[2], outcome.Author.ToString(), ignoreCase: true);
        Assert.NotEmpty(outcome.Evidence);
        Assert.InRange(outcome.Confidence, outcome.Kind == OutcomeKind.CouldNotTell ? 0 : 0.5, 1);
        var wanted = words.Skip(3).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(wanted.GetValueOrDefault("promise"), outcome.Promise is { } promise ? $"{promise.Amount} {promise.Unit}" : null);
        Assert.Equal(wanted.GetValueOrDefault("returns"), outcome.Return is { } back ? back.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (back.IsLastDayAway ? "/last" : "/back") : null);
        Assert.Equal(wanted.GetValueOrDefault("unread") == "yes", outcome.IsUnreadMailbox);
        if (wanted.TryGetValue("reason", out var reason))
            Assert.Equal(reason, outcome.Failure?.Reason.ToString());
        if (wanted.TryGetValue("reference", out var reference))
            Assert.Equal(reference, outcome.Reference);
        if (wanted.TryGetValue("original", out var original))
            Assert.Equal(original, letter.Original?.MessageId);
    }

    [Theory]
    [MemberData(nameof(Expectations))]
    public void Only_what_a_person_may_have_written_is_ever_answered_by_a_program(string expectation)
    {
        var words = expectation.Split('\t');
        var outcome = Outcome.Of(LetterReader.Read(File.ReadAllBytes(Path.Combine(_folder, words[0] + ".eml"))));
        Assert.Equal(words[1] is "humanReply" or "substantiveReply" && words[0] is not ("human-en-list" or "substantive-en-desk" or "substantive-es-precedence"), outcome.MayBeAnsweredAutomatically);
    }
}
