using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Language;

namespace Baton;

/// <summary><c>baton evaluate</c>: how well messages are understood, on data that nothing was learned from.</summary>
internal static class EvaluateCommand
{
    /// <summary>Where the repository keeps its hard cases.</summary>
    private static readonly string _hardCases = Path.Combine("tests", "Baton.Language.Tests", "HardCases", "hard-cases.jsonl");

    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "Folder with sets by others: clinc150, banking77, multidogo, goemotions, user-satisfaction-simulation. Tables of those missing are named and left out." };
        var corpus = new Option<DirectoryInfo?>("--corpus") { Description = "The Baton corpus. Default: corpus in this folder or one above it." };
        var hardCases = new Option<FileInfo?>("--hard-cases") { Description = "File with hard cases. Default: that of the repository the corpus lies in." };
        var models = new Option<DirectoryInfo?>("--models") { Description = "Folder with models of your own; without it the shipped ones are measured." };
        var only = new Option<string>("--only") { Description = "Make only tables with this in their title, e.g. intent.", DefaultValueFactory = _ => "" };
        var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file." };
        var command = new Command("evaluate", "Measure the models and print the figures, with published ones beside them.") { data, corpus, hardCases, models, only, json };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var corpusFolder = Existing(parsed.GetValue(corpus)) ?? CorpusAbove(Environment.CurrentDirectory);
                var sources = new EvaluationSources
                {
                    DataFolder = Existing(parsed.GetValue(data)),
                    CorpusFolder = corpusFolder,
                    HardCasesFile = parsed.GetValue(hardCases)?.FullName ?? (corpusFolder is null ? null : Path.Combine(Path.GetDirectoryName(corpusFolder)!, _hardCases)),
                    ModelsFolder = Existing(parsed.GetValue(models)),
                };
                var figures = await MeasureAsync(sources, parsed.GetValue(only)!, stop);
                if (parsed.GetValue(json) is not { } file) return;
                await using var stream = file.Create();
                await JsonSerializer.SerializeAsync(stream, figures, FigureJson.Default.ListFigure, stop);
            },
            cancellationToken));
        return command;
    }

    private static async Task<List<Figure>> MeasureAsync(EvaluationSources sources, string only, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        var missing = new List<MeasuredTable>();
        try
        {
            foreach (var table in ModelEvaluation.Run(sources, only))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (table.Missing is not null)
                    missing.Add(table);
                foreach (var figure in table.Figures)
                {
                    if (figures.Count == 0 || figures[^1].Task != figure.Task || figures[^1].Set != figure.Set)
                        await Console.Out.WriteLineAsync($"\n{figure.Task}: {figure.Set}");
                    figures.Add(figure);
                    await Console.Out.WriteLineAsync(Line(figure));
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserMistakeException(exception.Message);
        }

        if (figures.Count == 0 && missing.Count == 0)
            throw new UserMistakeException($"No table has \"{only}\" in its title.");
        if (missing.Count > 0)
            await Console.Out.WriteLineAsync("\nnot measured");
        foreach (var table in missing)
            await Console.Out.WriteLineAsync($"  {table.Title}: {table.Missing}");
        return figures;
    }

    private static string Line(Figure figure)
    {
        var value = figure.Value.ToString(figure.Value >= 10 ? "N0" : "0.000", CultureInfo.InvariantCulture);
        var published = figure.Published is { } number ? string.Create(CultureInfo.InvariantCulture, $"   ({number:0.000}: {figure.PublishedBy})") : "";
        return $"  {figure.Measure,-40} {value,9}{published}";
    }

    /// <summary>The repository's corpus, seen from a folder inside of it.</summary>
    private static string? CorpusAbove(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "corpus", "scenarios")))
                return Path.Combine(folder, "corpus");
        }

        return null;
    }

    private static string? Existing(DirectoryInfo? folder) =>
        folder is null ? null : folder.Exists ? folder.FullName : throw new UserMistakeException($"{folder.FullName} is no folder.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(List<Figure>))]
internal sealed partial class FigureJson : JsonSerializerContext;
