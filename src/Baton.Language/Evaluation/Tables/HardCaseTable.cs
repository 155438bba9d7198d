namespace Baton.Language;

/// <summary>The hand-written hard cases, group by group. Nothing learns from them and none is removed because it fails.</summary>
internal sealed class HardCaseTable : IEvaluationTable
{
    private const string Set = "hard cases";

    public string Title => "hard cases";

    public string? Missing(EvaluationSources sources) => File.Exists(sources.HardCasesFile) ? null : "no file with hard cases is named (--hard-cases)";

    public IEnumerable<Figure> Measure(EvaluationSources sources)
    {
        var interpreter = new EmbeddedInterpreter(sources.Models);
        var read = HardCase.Read(sources.HardCasesFile!).Select(one => (Case: one, Reading: interpreter.Read(one.Request(DateTimeOffset.UnixEpoch)))).ToList();
        foreach (var group in read.GroupBy(one => one.Case.Group))
            yield return Share("feeling", $"{group.Key}, right of {group.Count()}", group, one => one.Case.Feelings.Contains(one.Reading.Feeling));
        yield return Share("feeling", $"all, right of {read.Count}", read, one => one.Case.Feelings.Contains(one.Reading.Feeling));
        yield return Share("dissatisfied or not", $"right of {read.Count}", read, one => one.Case.IsDissatisfied == one.Reading.Dissatisfaction >= 0.5);
        var asking = read.Where(one => one.Case.AsksForPerson).ToList();
        var others = read.Where(one => !one.Case.AsksForPerson).ToList();
        yield return Share("asks for a person", $"found of {asking.Count}", asking, one => one.Reading.AsksForPerson);
        yield return Share("asks for a person", $"invented of {others.Count}", others, one => one.Reading.AsksForPerson);
    }

    private static Figure Share(string task, string measure, IEnumerable<(HardCase Case, Reading Reading)> cases, Func<(HardCase Case, Reading Reading), bool> isSo) =>
        new(task, Set, measure, cases.Average(one => isSo(one) ? 1.0 : 0));
}
