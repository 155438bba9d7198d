using NJsonSchema;
using NJsonSchema.Validation;

namespace Baton.Desk;

/// <summary>Checks a procedure file against the published schema, docs/schemas/procedure.schema.json, which is built into this assembly.</summary>
internal sealed class ProcedureSchema
{
    private readonly JsonSchema _schema;

    private ProcedureSchema(JsonSchema schema) => _schema = schema;

    public static async Task<ProcedureSchema> LoadAsync(CancellationToken cancellationToken)
    {
        using var stream = typeof(ProcedureSchema).Assembly.GetManifestResourceStream("procedure.schema.json")!;
        return new(await JsonSchema.FromJsonAsync(stream, cancellationToken));
    }

    public IEnumerable<Mistake> Check(ProcedureSource source) =>
        source.Root is null ? [] : _schema.Validate(source.Root.ToJsonString()).SelectMany(Leaves).Select(error => new Mistake(source.File, source.LineOf(PathOf(error)), Words(error)));

    // The schema library wraps errors of list items and of combined types; the author needs the innermost ones.
    private static IEnumerable<ValidationError> Leaves(ValidationError error) => error switch
    {
        MultiTypeValidationError many => many.Errors.Values.Where(errors => !errors.Any(inner => inner.Kind.ToString().EndsWith("Expected", StringComparison.Ordinal))).DefaultIfEmpty([error]).First().SelectMany(inner => inner == error ? [inner] : Leaves(inner)),
        ChildSchemaValidationError child => child.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves),
        _ => [error],
    };

    // The library writes "#/steps[0]" or "steps[0]" for what the source calls "#.steps[0]".
    private static string PathOf(ValidationError error)
    {
        var path = (error.Path ?? "").TrimStart('#', '/');
        return path.Length == 0 ? "#" : "#." + path;
    }

    private static string Words(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.NoAdditionalPropertiesAllowed => $"Unknown key '{error.Property}'. Allowed here: {string.Join(", ", (error.Schema?.ActualSchema.Properties.Keys ?? []).Order(StringComparer.Ordinal))}.",
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing.",
        ValidationErrorKind.NotInEnumeration => $"'{error.Property}' must be one of: {string.Join(", ", error.Schema?.Enumeration ?? [])}.",
        ValidationErrorKind.PatternMismatch => $"'{error.Property}' must match {error.Schema?.Pattern}.",
        ValidationErrorKind.TooFewItems => $"'{error.Property}' needs at least {error.Schema?.MinItems} entries.",
        _ => $"'{error.Property}': {error.Kind}.",
    };
}
