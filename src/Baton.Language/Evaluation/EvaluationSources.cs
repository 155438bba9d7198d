namespace Baton.Language;

/// <summary>On what is measured, and which models. What is null is not measured.</summary>
public sealed class EvaluationSources
{
    /// <summary>
    /// Folder with any of <c>clinc150</c>, <c>banking77</c>, <c>multidogo</c>, <c>goemotions</c>, <c>tau-bench</c> and <c>user-satisfaction-simulation</c>
    /// (with <c>dataset/MWOZ.txt</c> and <c>SGD.txt</c>), as their makers publish them.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>The Baton corpus's folder.</summary>
    public string? CorpusFolder { get; init; }

    /// <summary>The file with the hard cases.</summary>
    public string? HardCasesFile { get; init; }

    /// <summary>Folder with models to measure; null for the shipped ones.</summary>
    public string? ModelsFolder { get; init; }

    internal MessageModels Models => field ??= ModelsFolder is null ? MessageModels.Shipped : MessageModels.LoadFolder(ModelsFolder);

    internal ReplyJudge Judge => field ??= ModelsFolder is null ? ReplyJudge.Shipped : ReplyJudge.FromFolder(ModelsFolder);

    internal RiskModels Risk => field ??= ModelsFolder is null ? RiskModels.Shipped : RiskModels.LoadFolder(ModelsFolder);

    /// <summary>Only to be asked for when <see cref="MissingCorpus"/> is null.</summary>
    internal Corpus Corpus => field ??= new Corpus(CorpusFolder!);

    internal string? MissingCorpus() => CorpusFolder is null ? "no corpus is named (--corpus)" : null;

    /// <summary>What is lacking of a set by others, whose folder or file lies at a path inside the data folder.</summary>
    internal string? MissingData(string path) =>
        DataFolder is null ? "no folder with sets by others is named (--data)"
        : Path.Exists(Path.Combine(DataFolder, path)) ? null
        : $"the data folder has no {path}";

    internal bool HasData(string path) => MissingData(path) is null;
}
