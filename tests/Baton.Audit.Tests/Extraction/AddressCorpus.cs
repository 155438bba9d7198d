namespace Baton.Audit.Tests;

/// <summary>A page of the corpus with the addresses that a person would find in it.</summary>
public sealed record CorpusPage(string Name, IReadOnlyList<string> Addresses, string Html)
{
    public override string ToString() => Name;
}

/// <summary>The pages that Baton's authors wrote to measure the reading of addresses: forms in which addresses are published, and what only looks like one.</summary>
internal static class AddressCorpus
{
    public static IReadOnlyList<CorpusPage> Published { get; } = Load("published.txt");

    public static IReadOnlyList<CorpusPage> Lookalikes { get; } = Load("lookalikes.txt");

    private static List<CorpusPage> Load(string file)
    {
        using var stream = typeof(AddressCorpus).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("### ", StringSplitOptions.RemoveEmptyEntries).Select(Page)];
    }

    private static CorpusPage Page(string text)
    {
        var parts = text.Split('\n', 2);
        var heading = parts[0].Split(" => ");
        return new(heading[0].Trim(), heading.Length > 1 ? heading[1].Split(", ", StringSplitOptions.TrimEntries) : [], parts[1].Trim());
    }
}
