using Microsoft.Extensions.Options;

namespace Baton.Journal;

/// <summary>The engines the log can be kept in.</summary>
public enum JournalEngine
{
    /// <summary>Files in a data folder; one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database; as many processes as needed.</summary>
    PostgreSql,
}

/// <summary>Where the log is kept. Section <c>Journal</c>.</summary>
public sealed class JournalOptions
{
    /// <summary>The engine. Default: <see cref="JournalEngine.Sqlite"/>.</summary>
    public JournalEngine Engine { get; set; } = JournalEngine.Sqlite;

    /// <summary>
    /// The folder for SQLite's files, made when it is not there; a relative path starts at the working directory. Must be on a
    /// local disk: file locks of network shares cannot be relied upon. Default: <c>data</c>.
    /// </summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>PostgreSQL's connection string, e.g. <c>Host=db;Database=baton;Username=baton;Password=…</c>. No default; needed for PostgreSql.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Appends that share one commit, at most. Larger carries more load at once, smaller bounds how long one commit can take.
    /// 1 to 10,000. Default: 1,000.
    /// </summary>
    public int CommitBatch { get; set; } = 1_000;

    /// <summary>Appends that may wait for a commit before further writers are held back. At least <see cref="CommitBatch"/>. Default: 10,000.</summary>
    public int QueueCapacity { get; set; } = 10_000;
}

/// <summary>Says everything that is wrong with the options at once, and what to do about it.</summary>
internal sealed class JournalOptionsValidator : IValidateOptions<JournalOptions>
{
    public ValidateOptionsResult Validate(string? name, JournalOptions options)
    {
        List<string> wrong = [];
        if (!Enum.IsDefined(options.Engine))
            wrong.Add($"Journal:Engine is '{options.Engine}'. Set it to Sqlite or PostgreSql.");
        if (options.Engine is JournalEngine.Sqlite && string.IsNullOrWhiteSpace(options.DataFolder))
            wrong.Add("Journal:DataFolder is empty. Name the folder for the log's files, e.g. data.");
        if (options.Engine is JournalEngine.PostgreSql) CheckConnectionString(options.ConnectionString, wrong);
        if (options.CommitBatch is < 1 or > 10_000)
            wrong.Add($"Journal:CommitBatch is {options.CommitBatch}. Set it between 1 and 10000.");
        if (options.QueueCapacity < options.CommitBatch)
            wrong.Add($"Journal:QueueCapacity is {options.QueueCapacity}, less than Journal:CommitBatch, {options.CommitBatch}. Make it at least as large.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static void CheckConnectionString(string? text, List<string> wrong)
    {
        const string Example = "Host=localhost;Database=baton;Username=baton;Password=…";
        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add($"Journal:Engine is PostgreSql but Journal:ConnectionString is empty. Set it, e.g. {Example}.");
            return;
        }

        try
        {
            var parsed = new Npgsql.NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrWhiteSpace(parsed.Host)) wrong.Add($"Journal:ConnectionString names no Host. It looks like {Example}.");
        }
        catch (ArgumentException e)
        {
            // The text itself may hold a password and is not repeated.
            wrong.Add($"Journal:ConnectionString cannot be read: {e.Message} It looks like {Example}.");
        }
    }
}
