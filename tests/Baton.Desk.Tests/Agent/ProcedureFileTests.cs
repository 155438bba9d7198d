namespace Baton.Desk.Tests;

/// <summary>What authors of procedure files are told about their slips.</summary>
public sealed class ProcedureFileTests
{
    private const string Good = """
        name: greet-bob
        title: Greet Bob
        description: The customer wants Bob greeted.
        examples: [greet Bob, say hi to Bob, hello to Bob]
        tools:
          reads: [find_bob]
          changes: [greet]
        values:
          words:
            kind: text
            ask: Which words?
        steps:
          - collect: words
          - call: find_bob
            as: bob
          - confirm: I'll say {{ words }}. Shall I?
          - call: greet
            with: { words: "{{ words }}" }
          - say: "{{ bob.name }} was greeted."
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_file_has_no_mistakes() =>
        Assert.Equal("greet-bob", Assert.Single((await ProcedureSet.ReadAsync([("a.yaml", Good)], Cancel)).All).Name);

    [Theory]
    [InlineData("kind: text", "kind: text\n    colour: red", 11, "Unknown key 'colour'")]
    [InlineData("  - call: find_bob", "  - call: find_alice", 14, "'find_alice' is not among this procedure's tools")]
    [InlineData("I'll say {{ words }}", "I'll say {{ wrods }}", 16, "Unknown name 'wrods'")]
    [InlineData("  - collect: words", "  - collect: word", 13, "Unknown value 'word'")]
    [InlineData("\n    ask: Which words?", "", 9, "needs 'ask'")]
    [InlineData("  - confirm: I'll say {{ words }}. Shall I?\n", "", 16, "a confirm step must stand right before it")]
    [InlineData("I'll say {{ words }}. Shall I?", "Shall I?", 16, "does not say 'words'")]
    [InlineData("  - collect: words", "  - done: true\n  - collect: words", 14, "never reached")]
    [InlineData("kind: text", "kind: txt", 10, "must be one of")]
    [InlineData("{{ bob.name }}", "{{ bob.name | shout }}", 19, "Unknown filter 'shout'")]
    [InlineData("{{ bob.name }} was", "{% if bob %} was", 19, "Not valid Liquid")]
    [InlineData("description: The customer wants Bob greeted.\n", "", 1, "'description' is missing")]
    [InlineData("  - collect: words", "  - collect: words\n    with: { a: b }", 14, "'with' does not go with 'collect'")]
    [InlineData("title: Greet Bob", "title: { de: Bob grüßen }", 2, "needs English")]
    [InlineData("name: greet-bob", "name: [greet-bob", 1, "Not valid YAML")]
    public async Task Each_kind_of_mistake_names_file_and_line(string good, string bad, int line, string what)
    {
        Assert.Contains(good, Good);
        var error = await Assert.ThrowsAsync<ProceduresInvalidException>(() => ProcedureSet.ReadAsync([("bob.yaml", Good.Replace(good, bad, StringComparison.Ordinal))], Cancel));
        Assert.True(error.Mistakes.Any(mistake => mistake.File == "bob.yaml" && mistake.Line == line && mistake.What.Contains(what, StringComparison.Ordinal)), error.Message);
    }

    [Fact]
    public async Task All_mistakes_of_all_files_are_told_at_once()
    {
        var error = await Assert.ThrowsAsync<ProceduresInvalidException>(() => ProcedureSet.ReadAsync(
            [("a.yaml", Good), ("b.yaml", Good.Replace("kind: text", "kind: txt", StringComparison.Ordinal).Replace("{{ bob.name }}", "{{ bab.name }}", StringComparison.Ordinal))], Cancel));
        Assert.Contains(error.Mistakes, mistake => mistake.What.Contains("is taken by a.yaml", StringComparison.Ordinal));
        Assert.Contains(error.Mistakes, mistake => mistake.What.Contains("'bab'", StringComparison.Ordinal));
        Assert.Contains(error.Mistakes, mistake => mistake.What.Contains("must be one of", StringComparison.Ordinal));
        Assert.Contains("b.yaml:19", error.Message);
    }

    [Fact]
    public async Task Procedures_are_held_against_what_the_servers_offer()
    {
        var set = await ProcedureSet.ReadAsync([("a.yaml", Good)], Cancel);
        var mistakes = ToolChecks.Run(set, [new("find_bob", "s", IsReadOnly: false, IsDestructive: true, []), new("greet", "s", IsReadOnly: false, IsDestructive: true, ["who"])], isComplete: true).ToList();
        Assert.Contains(mistakes, mistake => mistake.Line == 6 && mistake.What.Contains("does not say that it only reads", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.Line == 17 && mistake.What.Contains("takes no argument 'words'", StringComparison.Ordinal));
        Assert.Contains(ToolChecks.Run(set, [], isComplete: true), mistake => mistake.What.Contains("No tool server offers 'greet'", StringComparison.Ordinal));
        Assert.Empty(ToolChecks.Run(set, [], isComplete: false));
    }

    [Fact]
    public async Task The_shops_procedures_have_no_mistakes() =>
        Assert.Equal(10, (await ProcedureSet.LoadAsync(AgentWithShop.ProceduresFolder, Cancel)).All.Count);
}
