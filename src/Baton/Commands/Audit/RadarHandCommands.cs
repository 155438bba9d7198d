using System.CommandLine;
using System.Globalization;
using Baton.Audit;

namespace Baton;

/// <summary>What a person does by hand in a run: say where a letter belongs, record a call, make the report now. The run may go on meanwhile.</summary>
internal static class RadarHandCommands
{
    private const int LongestLine = 200;

    public static IEnumerable<Command> All() => [Letters(), Confirm(), Record(), Report()];

    private static Argument<DirectoryInfo> Folder() => new("folder") { Description = "The run's folder." };

    private static Command Letters()
    {
        var folder = Folder();
        var command = new Command("letters", "List letters that may belong to an enquiry: those that wait for a person's yes, and what was said of others.") { folder };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var letters = WaitingLetter.Of(await RadarRecord.ReadAsync(parsed.GetRequiredValue(folder), stop));
                foreach (var letter in letters.OrderBy(letter => letter.Placed is null ? 0 : 1)) await ShowAsync(letter);
                if (letters.All(letter => letter.Placed is not null)) await Console.Out.WriteLineAsync("No letter waits.");
            },
            cancellationToken));
        return command;
    }

    private static Command Confirm()
    {
        var (folder, letter) = (Folder(), new Argument<string>("letter") { Description = "The first characters of its SHA-256, as 'letters' shows them." });
        var probe = new Option<string?>("--probe") { Description = "The enquiry it belongs to; without, the likeliest." };
        var none = new Option<bool>("--none") { Description = "It belongs to none." };
        var person = new Option<string>("--by") { Description = "Who says so.", Required = true };
        var command = new Command("confirm", "Say where a letter belongs; what is said last holds.") { folder, letter, probe, none, person };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var services = AuditServices.Create();
                var (words, record) = (services.GetRequiredService<PersonsWord>(), await RadarRecord.ReadAsync(parsed.GetRequiredValue(folder), stop));
                var key = await words.PlaceAsync(record, parsed.GetRequiredValue(letter), parsed.GetValue(none) ? null : parsed.GetValue(probe) ?? "", parsed.GetRequiredValue(person), stop);
                await Console.Out.WriteLineAsync(key is null ? "It belongs to no enquiry." : $"It belongs to {key}.");
                await FollowAsync(words, record, stop);
            },
            cancellationToken));
        return command;
    }

    private static Command Record()
    {
        var (folder, probe) = (Folder(), new Argument<string>("probe") { Description = "The enquiry." });
        var what = new Option<string>("--what") { Description = "What came, e.g. \"answered all three questions by telephone\".", Required = true };
        var at = new Option<DateTimeOffset>("--at") { Description = "When, e.g. 2026-11-30T10:15Z.", Required = true };
        var person = new Option<string>("--by") { Description = "Who records it.", Required = true };
        var command = new Command("record", "Record a reply that came by another way, such as a call.") { folder, probe, what, at, person };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var services = AuditServices.Create();
                var (words, record) = (services.GetRequiredService<PersonsWord>(), await RadarRecord.ReadAsync(parsed.GetRequiredValue(folder), stop));
                await words.RecordAsync(record, parsed.GetRequiredValue(probe), parsed.GetRequiredValue(at), parsed.GetRequiredValue(what), parsed.GetRequiredValue(person), stop);
                await Console.Out.WriteLineAsync("Recorded.");
                await FollowAsync(words, record, stop);
            },
            cancellationToken));
        return command;
    }

    private static Command Report()
    {
        var folder = Folder();
        var file = new Argument<FileInfo>("engagement") { Description = "The engagement's file." };
        var command = new Command("report", "Write the report of a run as it stands, running or not. Connects to nothing.") { file, folder };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var services = AuditServices.Create();
                var record = await RadarRecord.ReadAsync(parsed.GetRequiredValue(folder), stop);
                var report = await services.GetRequiredService<PersonsWord>().ReportAsync(record, await EngagementFile.ReadAsync(parsed.GetRequiredValue(file), stop), stop);
                await RadarConsole.SummaryAsync(report!, record.Folder);
            },
            cancellationToken));
        return command;
    }

    /// <summary>A report that lies there already follows what was said; a run under way writes its own at its end.</summary>
    private static async Task FollowAsync(PersonsWord words, RadarRecord record, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(record.Folder.FullName, ReportWriter.JsonFile)) && await words.ReportAsync(record, null, cancellationToken) is not null)
            await Console.Out.WriteLineAsync($"The report follows: {Path.Combine(record.Folder.FullName, ReportWriter.HtmlFile)}");
    }

    private static async Task ShowAsync(WaitingLetter letter)
    {
        var others = letter.Candidates.Count > 1 ? $"; or {string.Join(", ", letter.Candidates.Skip(1).Select(probe => probe.Key))}" : "";
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{letter.Sha256[..12]}  {letter.At:yyyy-MM-dd HH:mm}  likely {letter.Candidates[0].Key} to {letter.Candidates[0].Route} ({letter.Score:0.00}{others})  {letter.Evidence}"));
        if (letter.Placed is { } placed) await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    {placed.Person} on {placed.At:yyyy-MM-dd HH:mm}: {(placed.Probe is { } key ? $"belongs to {key}" : "belongs to none")}"));
        var text = string.Join(' ', letter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        await Console.Out.WriteLineAsync($"    {letter.Subject}: {(text.Length > LongestLine ? text[..LongestLine] + "…" : text)}");
    }
}
