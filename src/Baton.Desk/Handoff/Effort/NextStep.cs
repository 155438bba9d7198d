using System.Globalization;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>A concrete next step that a worker may offer.</summary>
/// <param name="Why">Where it comes from and what the worker may do, in words for the worker.</param>
/// <param name="Text">What to write, in the customer's language; what the worker must fill in stands in square brackets.</param>
public sealed record NextStep(string Why, string Text);

/// <summary>
/// Proposes the next concrete step in an emotional case in which nothing was offered for two rounds: from the conversation's procedure with
/// what the log knows, and from the worker's goodwill budget. Nothing is sent and nothing is done by it.
/// </summary>
public sealed class NextSteps
{
    private readonly IJournal _journal;
    private readonly IGoodwill _goodwill;
    private readonly Func<ProcedureSet> _procedures;
    private readonly TimeProvider _time;

    internal NextSteps(IJournal journal, IGoodwill goodwill, Func<ProcedureSet> procedures, TimeProvider time) =>
        (_journal, _goodwill, _procedures, _time) = (journal, goodwill, procedures, time);

    /// <summary>The step for the worker who holds the conversation; null while none is due.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="worker">Who asks.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<NextStep?> ProposeAsync(ConversationId conversation, WorkerId worker, CancellationToken cancellationToken)
    {
        var log = await _journal.ReadAsync(conversation, 0, cancellationToken);
        var effort = new EffortFold();
        foreach (var logged in log) effort.Add(logged);
        if (effort.Current is not { IsStepDue: true } current || current.Worker != worker) return null;
        var state = ConversationState.From(log);
        var left = await _goodwill.LeftAsync(conversation, state.Team, worker, cancellationToken);
        var texts = FirstMessageTexts.For(state.Locale);
        var step = ProcedureStep.Find(_procedures(), log, state, _time.GetUtcNow());
        List<string> whys = [], says = [];
        whys.Add(step?.Why ?? "The agent had no procedure for this.");
        says.Add(step?.Text ?? Action(step?.Topic, texts, MailOptions.IsByLetter(state.AnsweredOn)));
        if (step?.Text is null && left.Most > 0)
        {
            whys.Add(string.Create(CultureInfo.InvariantCulture, $"You may give up to {left.Most:0.00} {left.Currency} here to make good (m)."));
            says.Add(texts["make-good"]);
        }

        return new(string.Join(' ', whys), string.Join(' ', says));
    }

    private static string Action(string? topic, FirstMessageTexts texts, bool isByLetter)
    {
        var action = texts["action"].Replace("{time}", texts[isByLetter ? "by-tomorrow" : "by-minutes"], StringComparison.Ordinal);
        return topic is null ? action : $"{texts["about"].Replace("{topic}", topic, StringComparison.Ordinal)} {action}";
    }
}
