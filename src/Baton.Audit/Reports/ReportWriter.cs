using System.Text;
using System.Text.Json;

namespace Baton.Audit;

/// <summary>Writes a report into the run's folder in all its forms.</summary>
public static class ReportWriter
{
    /// <summary>The report for machines and for later comparison.</summary>
    public const string JsonFile = "report.json";

    /// <summary>The report for people.</summary>
    public const string HtmlFile = "report.html";

    /// <summary>Writes report.html, report.json, findings.csv and routes.csv, and probes.csv for the Reply Radar; what lay there is replaced.</summary>
    public static async Task WriteAsync(AuditReport report, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        // A byte order mark tells spreadsheets that a table is UTF-8.
        var marked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, JsonFile), JsonSerializer.Serialize(report, AuditJson.Files.AuditReport), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, HtmlFile), HtmlReport.Write(report, picture => Load(folder, picture)), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "findings.csv"), ReportCsv.Findings(report), marked, cancellationToken);
        if (report.Radar is { } radar) await File.WriteAllTextAsync(Path.Combine(folder.FullName, "probes.csv"), RadarCsv.Probes(radar), marked, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "routes.csv"), ReportCsv.Routes(report), marked, cancellationToken);
    }

    /// <summary>A picture from the run's folder; null when somebody took it away.</summary>
    private static byte[]? Load(DirectoryInfo folder, PagePicture picture)
    {
        var file = Path.Combine(folder.FullName, PagePicture.Folder, picture.File);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    /// <summary>Reads a report that was written before.</summary>
    /// <exception cref="ReportUnreadableException">The file is no report.</exception>
    public static async Task<AuditReport> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.OpenRead();
            return await JsonSerializer.DeserializeAsync(stream, AuditJson.Files.AuditReport, cancellationToken) ?? throw new ReportUnreadableException($"{file.FullName} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new ReportUnreadableException($"{file.FullName} is not a report of Baton's: {wrong.Message}");
        }
    }
}

/// <summary>A file is no report; the message says which and why.</summary>
/// <param name="message">For the person at the command line.</param>
public sealed class ReportUnreadableException(string message) : IOException(message);
