using System.CommandLine;
using System.Globalization;
using Baton.Audit;
using Baton.Mail;

namespace Baton;

/// <summary>What a person does by hand in a run: say where a letter belongs, record a call, make the report now. The run itself must be stopped meanwhile.</summary>
internal static class RadarHandCommands
{
    public static IEnumerable<Command> All() => [Letters(), Confirm(), Record(), Report()];

    private static Argument<DirectoryInfo> Folder() => new("folder") { Description = "The run's folder." };

    private static Command Letters()
    {
        var folder = Folder();
        var command = new Command("letters", "List letters that may belong to an enquiry and wait for a person's yes.") { folder };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                using var run = await RadarFolder.OpenAsync(parsed.GetRequiredValue(folder), null, stop);
                var waiting = ReplyRadar.Unconfirmed(run);
                foreach (var came in waiting)
                {
                    var letter = LetterReader.Read(run.Raw(came.Sha256));
                    var text = string.Join(' ', FoldedLetter.Read(letter.Text).New.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{came.Sha256[..12]}  {came.At:yyyy-MM-dd HH:mm}  likely {came.Probe} ({came.Score:0.00}{(came.Others.Count > 0 ? $"; or {string.Join(", ", came.Others)}" : "")})  {came.Evidence}"));
                    await Console.Out.WriteLineAsync($"    {letter.Subject}: {(text.Length > 200 ? text[..200] + "…" : text)}");
                }
                if (waiting.Count == 0) await Console.Out.WriteLineAsync("No letter waits.");
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
        var command = new Command("confirm", "Say where a letter belongs.") { folder, letter, probe, none, person };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                using var run = await RadarFolder.OpenAsync(parsed.GetRequiredValue(folder), null, stop);
                var wanted = parsed.GetRequiredValue(letter);
                var found = run.Events.OfType<LetterCame>().Where(came => came.Sha256.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)).DistinctBy(came => came.Sha256).ToList();
                if (found is not [var came]) throw new UserMistakeException($"{found.Count} letters begin with {wanted}. See: baton audit reply-radar letters {run.Folder}");
                var key = parsed.GetValue(none) ? null : parsed.GetValue(probe) ?? came.Probe;
                Known(run, key);
                run.Add(new LetterPlaced(TimeProvider.System.GetUtcNow(), came.Sha256, key, parsed.GetRequiredValue(person)));
                await Console.Out.WriteLineAsync(key is null ? "It belongs to no enquiry." : $"It belongs to {key}.");
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
                using var run = await RadarFolder.OpenAsync(parsed.GetRequiredValue(folder), null, stop);
                Known(run, parsed.GetRequiredValue(probe));
                run.Add(new SeenElsewhere(parsed.GetRequiredValue(at).ToUniversalTime(), parsed.GetRequiredValue(probe), parsed.GetRequiredValue(what), parsed.GetRequiredValue(person)));
                await Console.Out.WriteLineAsync("Recorded.");
            },
            cancellationToken));
        return command;
    }

    private static Command Report()
    {
        var folder = Folder();
        var file = new Argument<FileInfo>("engagement") { Description = "The engagement's file." };
        var command = new Command("report", "Write the report of a run as it stands. Connects to nothing.") { file, folder };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var services = AuditServices.Create();
                using var run = await RadarFolder.OpenAsync(parsed.GetRequiredValue(folder), null, stop);
                var report = services.GetRequiredService<ReplyRadar>().Judge(await EngagementFile.ReadAsync(parsed.GetRequiredValue(file), stop), run);
                await ReportWriter.WriteAsync(report, run.Folder, stop);
                await RadarConsole.SummaryAsync(report, run.Folder);
            },
            cancellationToken));
        return command;
    }

    private static void Known(RadarFolder run, string? probe)
    {
        var keys = run.Events.OfType<PlanMade>().SelectMany(made => made.Plan.Probes).Select(one => one.Key).ToList();
        if (probe is not null && !keys.Contains(probe, StringComparer.Ordinal)) throw new UserMistakeException($"There is no enquiry {probe} in this run. Known: {string.Join(", ", keys)}.");
    }
}
