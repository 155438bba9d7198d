using System.CommandLine;
using System.Globalization;
using Baton.Mail;

namespace Baton;

/// <summary><c>baton mail classify</c>: what letters in files are, with what shows it.</summary>
internal static class MailCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A letter (.eml), an .mbox, or a folder of them." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line and letter." };
        var classify = new Command("classify", "Tell what letters are: delivered, delayed, bounced, blocked, acknowledgement, out of office, reading confirmation, challenge, complaint, written by a program or a person.") { path, json };
        classify.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(stop => ClassifyAsync(parsed.GetRequiredValue(path), parsed.GetValue(json), stop), cancellationToken));
        return new Command("mail", "Letters.") { classify };
    }

    private static async Task ClassifyAsync(string path, bool asJson, CancellationToken stop)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new UserMistakeException($"{path} does not exist. Name a letter (.eml), an .mbox, or a folder of them.");
        var counts = new SortedDictionary<OutcomeKind, int>();
        foreach (var stored in StoredLetters.Read(path))
        {
            stop.ThrowIfCancellationRequested();
            var letter = LetterReader.Read(stored.Raw);
            var outcome = Outcome.Of(letter);
            counts[outcome.Kind] = counts.GetValueOrDefault(outcome.Kind) + 1;
            await Console.Out.WriteLineAsync(asJson ? OutcomeReport.ToJson(stored.Name, letter, outcome) : Line(stored.Name, outcome));
        }

        if (counts.Count == 0)
            throw new UserMistakeException($"There are no letters in {path}.");
        if (!asJson && counts.Values.Sum() > 1)
            await Console.Out.WriteLineAsync(string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));
    }

    private static string Line(string name, Outcome outcome)
    {
        string?[] parts =
        [
            $"{name}: {outcome.Kind} ({outcome.Confidence.ToString("0.00", CultureInfo.InvariantCulture)})",
            outcome.Failure?.Words,
            outcome.Promise is { } promise ? $"Promises: {promise.Quote}" : null,
            outcome.Return is { } back ? string.Create(CultureInfo.InvariantCulture, $"{(back.IsLastDayAway ? "Away until" : "Back on")} {back.Date:yyyy-MM-dd}.") : null,
            outcome.Evidence is [var first, ..] ? $"[{first.Where}: {first.Quote}]" : null,
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }
}
