using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Baton.Audit;

/// <summary>An engagement file with mistakes; all of them at once, each with file and line.</summary>
public sealed class EngagementInvalidException : IOException
{
    internal EngagementInvalidException(IReadOnlyList<string> mistakes)
        : base($"The engagement has {mistakes.Count} mistake(s):{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}") => Mistakes = mistakes;

    /// <summary>One line each: file, line, what is wrong and what would be right.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}

/// <summary>Reads engagements from YAML and checks them against the published schema, docs/schemas/engagement.schema.json.</summary>
public static class EngagementFile
{
    // Generated readers set what a file leaves out to nothing; here it must keep its default: a pause of one second is not none.
    private static readonly JsonSerializerOptions Reading = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Reads a file.</summary>
    /// <exception cref="EngagementInvalidException">The file has mistakes.</exception>
    public static async Task<Engagement> ReadAsync(FileInfo file, CancellationToken cancellationToken) =>
        await ParseAsync(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken), cancellationToken);

    /// <summary>Reads a text.</summary>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EngagementInvalidException">The text has mistakes.</exception>
    public static async Task<Engagement> ParseAsync(string name, string yaml, CancellationToken cancellationToken)
    {
        List<(int Line, string What)> mistakes = [];
        var source = YamlSource.Read(yaml, mistakes);
        if (source.Root is not null)
        {
            await using var stream = typeof(EngagementFile).Assembly.GetManifestResourceStream("engagement.schema.json")!;
            var schema = await JsonSchema.FromJsonAsync(stream, cancellationToken);
            mistakes.AddRange(schema.Validate(source.Root.ToJsonString()).SelectMany(Leaves).Select(error => (source.LineOf(PathOf(error)), Words(error))));
        }
        if (mistakes.Count == 0) CheckDates(source, mistakes);
        if (mistakes.Count > 0) throw new EngagementInvalidException([.. mistakes.OrderBy(mistake => mistake.Line).Select(mistake => $"{name}:{mistake.Line}: {mistake.What}")]);
        return source.Root!.Deserialize<Engagement>(Reading)!;
    }

    private static void CheckDates(YamlSource source, List<(int Line, string What)> mistakes)
    {
        foreach (var path in (string[])["from", "to", "authorisation.signedOn", "authorisation.legalBasis.enteredOn"])
        {
            if (source.TextAt(path) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _)) mistakes.Add((source.LineOf("#." + path), $"'{text}' is not a day. Write it as 2026-11-30."));
        }
        if (mistakes.Count == 0 && string.CompareOrdinal(source.TextAt("to"), source.TextAt("from")) < 0) mistakes.Add((source.LineOf("#.to"), $"'to' ({source.TextAt("to")}) lies before 'from' ({source.TextAt("from")})."));
    }

    // The schema library wraps errors of list items and inner objects; the author needs the innermost ones.
    private static IEnumerable<ValidationError> Leaves(ValidationError error) => error is ChildSchemaValidationError child ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves) : [error];

    private static string PathOf(ValidationError error)
    {
        var path = (error.Path ?? "").TrimStart('#', '/');
        return path.Length == 0 ? "#" : "#." + path;
    }

    private static string Words(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.NoAdditionalPropertiesAllowed => $"Unknown key '{error.Property}'. Allowed here: {string.Join(", ", (error.Schema?.ActualSchema.Properties.Keys ?? []).Order(StringComparer.Ordinal))}.",
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing.",
        ValidationErrorKind.PatternMismatch => $"'{error.Property}' must match {error.Schema?.Pattern}.",
        ValidationErrorKind.TooFewItems => $"'{error.Property}' needs at least {error.Schema?.MinItems} entries.",
        _ => $"'{error.Property}': {error.Kind}.",
    };
}
