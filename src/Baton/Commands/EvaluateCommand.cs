using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Language;

namespace Baton;

/// <summary><c>baton evaluate</c>: how well messages are understood, on data that nothing was learned from.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "Folder with sets by others: clinc150, banking77, multidogo, goemotions, user-satisfaction-simulation. Those missing are left out." };
        var corpus = new Option<DirectoryInfo?>("--corpus") { Description = "The Baton corpus, e.g. corpus." };
        var models = new Option<DirectoryInfo?>("--models") { Description = "Folder with models of your own; without it the shipped ones are measured." };
        var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file." };
        var command = new Command("evaluate", "Measure the models and print the figures, with published ones beside them.") { data, corpus, models, json };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var (dataFolder, corpusFolder) = (Existing(parsed.GetValue(data)), Existing(parsed.GetValue(corpus)));
                if (dataFolder is null && corpusFolder is null)
                    throw new UserMistakeException("Name what to measure on: --data <folder>, --corpus <folder>, or both.");
                var figures = await MeasureAsync(dataFolder, corpusFolder, Existing(parsed.GetValue(models)), stop);
                if (parsed.GetValue(json) is not { } file) return;
                await using var stream = file.Create();
                await JsonSerializer.SerializeAsync(stream, figures, FigureJson.Default.ListFigure, stop);
            },
            cancellationToken));
        return command;
    }

    private static async Task<List<Figure>> MeasureAsync(string? data, string? corpus, string? models, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        try
        {
            foreach (var figure in ModelEvaluation.Run(data, corpus, models))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (figures.Count == 0 || figures[^1].Task != figure.Task || figures[^1].Set != figure.Set)
                    await Console.Out.WriteLineAsync($"\n{figure.Task}: {figure.Set}");
                figures.Add(figure);
                await Console.Out.WriteLineAsync(Line(figure));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserMistakeException(exception.Message);
        }

        return figures;
    }

    private static string Line(Figure figure)
    {
        var value = figure.Value.ToString(figure.Value >= 10 ? "N0" : "0.000", CultureInfo.InvariantCulture);
        var published = figure.Published is { } number ? string.Create(CultureInfo.InvariantCulture, $"   ({number:0.000}: {figure.PublishedBy})") : "";
        return $"  {figure.Measure,-40} {value,9}{published}";
    }

    private static string? Existing(DirectoryInfo? folder) =>
        folder is null ? null : folder.Exists ? folder.FullName : throw new UserMistakeException($"{folder.FullName} is no folder.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(List<Figure>))]
internal sealed partial class FigureJson : JsonSerializerContext;
