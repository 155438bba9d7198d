using Baton.Language;

namespace Baton.Desk;

/// <summary>All procedures of an installation, free of mistakes.</summary>
internal sealed class ProcedureSet
{
    private readonly Dictionary<string, Procedure> _byName;

    private ProcedureSet(IReadOnlyList<Procedure> all)
    {
        (All, _byName) = (all, all.ToDictionary(procedure => procedure.Name));
        Intents = [.. all.Select(procedure => procedure.Intent)];
        Codes =
        [
            .. all.SelectMany(procedure => procedure.Values.Values).Where(value => value.Kind == ValueKind.Code).DistinctBy(value => value.Name)
                .Select(value => new ExpectedValue(value.Name, value.Kind, [], value.Pattern)),
        ];
    }

    public static ProcedureSet Empty { get; } = new([]);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<Procedure> All { get; }

    /// <summary>What a customer can want.</summary>
    public IReadOnlyList<IntentDefinition> Intents { get; }

    /// <summary>Values with a form of their own, such as an order number: they may be in any message.</summary>
    public IReadOnlyList<ExpectedValue> Codes { get; }

    public Procedure? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The procedure whose title, in any language, is this text: what a tapped choice sends.</summary>
    public Procedure? FindByTitle(string text) =>
        All.FirstOrDefault(procedure => procedure.Title.Sources.Any(title => string.Equals(title, text.Trim(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>Reads all <c>*.yaml</c> of a folder.</summary>
    /// <exception cref="ProceduresInvalidException">At least one file has a mistake; all mistakes are in it.</exception>
    public static async Task<ProcedureSet> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) throw new ProceduresInvalidException([new(folder, 1, "There is no such folder. Set Agent:ProceduresFolder to the folder of the procedure files.")]);
        var files = new List<(string Name, string Text)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            files.Add((Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellationToken)));
        return await ReadAsync(files, cancellationToken);
    }

    /// <summary>Reads procedures from texts with their file names.</summary>
    /// <exception cref="ProceduresInvalidException">At least one text has a mistake; all mistakes are in it.</exception>
    public static async Task<ProcedureSet> ReadAsync(IEnumerable<(string Name, string Text)> files, CancellationToken cancellationToken)
    {
        var schema = await ProcedureSchema.LoadAsync(cancellationToken);
        var mistakes = new List<Mistake>();
        var all = new List<Procedure>();
        foreach (var (name, text) in files)
        {
            var source = ProcedureSource.Read(name, text, mistakes);
            if (source.Root is null) continue;
            mistakes.AddRange(schema.Check(source));
            var procedure = new ProcedureReader(source, mistakes).Read();
            new ProcedureChecks(procedure, mistakes).Run();
            if (all.Find(other => other.Name == procedure.Name) is { } twin) mistakes.Add(new(name, source.LineOf("#.name"), $"The name '{procedure.Name}' is taken by {twin.File}."));
            else all.Add(procedure);
        }
        if (mistakes.Count > 0) throw new ProceduresInvalidException([.. mistakes.Distinct().OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line)]);
        return new([.. all.OrderBy(procedure => procedure.Name, StringComparer.Ordinal)]);
    }
}
