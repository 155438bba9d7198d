namespace Baton.Language;

/// <summary>Runs every model of the room on data it has not learned from.</summary>
public static class ModelEvaluation
{
    /// <summary>Every table, sets made by others first.</summary>
    private static readonly IReadOnlyList<IEvaluationTable> _tables =
    [
        new ClincTable(),
        new BankingTable(),
        new MultiDogoTable(),
        new FewExamplesTable("CLINC150", "clinc150", IntentSets.Clinc),
        new FewExamplesTable("banking77", "banking77", IntentSets.Banking),
        new SatisfactionTable("MWOZ", 0.708),
        new SatisfactionTable("SGD", 0.769),
        new SatisfactionTable("CCPE"),
        new SatisfactionTable("ReDial"),
        new EmotionTable(),
        new FeelingTable("messages", corpus => corpus.Messages("test")),
        new FeelingTable("conversations", corpus => corpus.ConversationTurns("test")),
        new RiskOfTasksTable(),
        new RiskTable(),
        new DeskRiskTable(),
        new PersonTable(),
        new AffectByLanguageTable(),
        new LanguageTable(),
        new RecordedRepliesTable(),
        new ReplyTable(),
        new HardCaseTable(),
        new SpeedTable(),
    ];

    /// <summary>Measures table by table, each when it is asked for.</summary>
    /// <param name="sources">On what.</param>
    /// <param name="only">Part of a title, in any case: only such tables are made. Empty for all.</param>
    /// <exception cref="InvalidDataException">A set or model cannot be read.</exception>
    public static IEnumerable<MeasuredTable> Run(EvaluationSources sources, string only = "") =>
        from table in _tables
        where table.Title.Contains(only, StringComparison.OrdinalIgnoreCase)
        let missing = table.Missing(sources)
        select new MeasuredTable(table.Title, missing is null ? [.. table.Measure(sources)] : [], missing);
}
