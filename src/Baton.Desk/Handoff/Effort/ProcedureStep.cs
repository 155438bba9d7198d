using System.Globalization;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>Where a conversation's procedure stands, for the person who goes on with it.</summary>
/// <param name="Why">In words for the worker.</param>
/// <param name="Topic">What it is about, in the customer's language.</param>
/// <param name="Text">What the procedure itself would offer next; null when it offers nothing. What it would ask is left out: to be asked once more is what makes people angry.</param>
internal sealed record ProcedureStep(string Why, string Topic, string? Text)
{
    // More steps than any procedure has.
    private const int MostSteps = 100;

    /// <summary>The step of the procedure that was last under way, or of the matter that was understood; null when there is none.</summary>
    public static ProcedureStep? Find(ProcedureSet procedures, IReadOnlyList<LoggedEvent> log, ConversationState state, DateTimeOffset now)
    {
        var past = ProcedurePast.Of(log);
        if (past.Frame is not { } frame || procedures.Find(frame.Procedure) is not { } procedure) return null;
        var language = state.Locale.Split('-')[0].ToLowerInvariant();
        var (topic, title) = (procedure.Topic.In(language).Source, procedure.Title.In("en").Source);
        try
        {
            var data = new FrameData(procedure, frame, past.Result, state.Customer, now, language);
            var found = Next(procedure, frame, data, past);
            return found.Step switch
            {
                ConfirmStep confirm when data.SourcesOf(confirm.Text.In(language)) is not null => new(
                    $"“{title}” is ready to be done and was not.{Limit(procedure, data, found.Path)} Ask for the customer’s yes, then do it.", topic, confirm.Text.In(language).Render(data.Values, CultureOf(language))),
                _ => new($"“{title}” did not come to its end. You may do by hand what the agent could not.", topic, null),
            };
        }
        catch (TemplateException)
        {
            // The agent stumbled over the same text; the person can go on without it.
            return new($"“{title}” could not go on by itself. You may do it by hand.", topic, null);
        }
    }

    /// <summary>The first step on the way that is not done yet.</summary>
    private static (string Path, Step? Step) Next(Procedure procedure, ProcedureFrame frame, FrameData data, ProcedurePast past)
    {
        var path = frame.Step;
        for (var steps = 0; steps < MostSteps; steps++)
        {
            switch (StepPath.Find(procedure, path))
            {
                case CollectStep collect when frame.Values.ContainsKey(collect.Value):
                case CallStep { As: { } name } when data.Values.ContainsKey(name):
                case CallStep { As: null } call when past.HasDone(call.Tool):
                    path = StepPath.After(procedure, path);
                    break;
                case WhenStep branch:
                    var (inner, side) = branch.Condition.Holds(data.Values) ? (branch.Then, "then") : (branch.Else, "else");
                    path = inner.Count > 0 ? StepPath.Into(path, side) : StepPath.After(procedure, path);
                    break;
                case var step:
                    return (path, step);
            }
        }

        return (path, null);
    }

    /// <summary>What the agent may not decide, the worker may.</summary>
    private static string Limit(Procedure procedure, FrameData data, string confirm) =>
        StepPath.Find(procedure, StepPath.Next(confirm)) is CallStep call && Authority.Exceeded(procedure, call.Tool, data.Arguments(call.With)) is { } limit
            ? $" {limit.Reason} That is you."
            : "";

    private static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language);
}

