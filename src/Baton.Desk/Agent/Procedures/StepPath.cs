using System.Globalization;

namespace Baton.Desk;

/// <summary>Walks a procedure's steps by paths such as <c>2</c> or <c>2/then/0</c>.</summary>
internal static class StepPath
{
    public const string First = "0";

    /// <summary>The step at a path; null when the path is past the last step, or the file was changed under a running procedure.</summary>
    public static Step? Find(Procedure procedure, string path)
    {
        var parts = path.Split('/');
        var steps = procedure.Steps;
        for (var depth = 0; ; depth += 2)
        {
            if (!int.TryParse(parts[depth], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= steps.Count) return null;
            var step = steps[index];
            if (depth == parts.Length - 1) return step;
            if (Branch(step, parts[depth + 1]) is not { } branch) return null;
            steps = branch;
        }
    }

    /// <summary>The path of the step after this one: in the same list, or after the step that holds the list.</summary>
    public static string After(Procedure procedure, string path)
    {
        var next = Next(path);
        while (Find(procedure, next) is null && Parent(next) is { } parent) next = Next(parent);
        return next;
    }

    public static string Into(string path, string branch) => $"{path}/{branch}/0";

    /// <summary>The step before in the same list; null for the first.</summary>
    public static string? Before(string path)
    {
        var (head, index) = Split(path);
        return index == 0 ? null : head + (index - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The next step in the same list, whether or not there is one.</summary>
    public static string Next(string path)
    {
        var (head, index) = Split(path);
        return head + (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>All steps with their paths, in the order of the file.</summary>
    public static IEnumerable<(string Path, Step Step)> All(IReadOnlyList<Step> steps, string prefix = "")
    {
        for (var index = 0; index < steps.Count; index++)
        {
            var path = prefix + index.ToString(CultureInfo.InvariantCulture);
            yield return (path, steps[index]);
            foreach (var name in BranchNames)
            {
                if (Branch(steps[index], name) is not { } branch) continue;
                foreach (var inner in All(branch, $"{path}/{name}/")) yield return inner;
            }
        }
    }

    private static readonly string[] BranchNames = ["then", "else", "refused", "otherwise"];

    private static IReadOnlyList<Step>? Branch(Step step, string name) => (step, name) switch
    {
        (WhenStep branch, "then") => branch.Then,
        (WhenStep branch, "else") => branch.Else,
        (CallStep call, "refused") => call.Refused,
        (ConfirmStep confirm, "otherwise") => confirm.Otherwise,
        _ => null,
    };

    private static string? Parent(string path)
    {
        var parts = path.Split('/');
        return parts.Length < 3 ? null : string.Join('/', parts[..^2]);
    }

    private static (string Head, int Index) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return (path[..(slash + 1)], int.Parse(path.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
