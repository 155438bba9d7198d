using System.Runtime.CompilerServices;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What stands behind a reply of the agent: tool results, what procedures are written to say, who the customer is and what day it is.</summary>
internal static class ReplySources
{
    // A conversation may have called many tools; what was looked up long ago is asked for again.
    private const int MostResults = 24;

    private static readonly ConditionalWeakTable<ProcedureSet, string[]> _written = [];

    /// <summary>A reply with what was said before it and what tools answered, each with the tool's name.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="known">What else is known.</param>
    public static ReplyInContext InContext(string text, TurnState turn, params IEnumerable<string> known) => new()
    {
        Text = text,
        Question = turn.Context.Message.Text,
        Before = Course.Turns(turn.Context),
        Facts = [.. turn.Results.TakeLast(MostResults).Select(result => $"{result.Tool}: {result.Result.GetRawText()}"), .. known],
        Locale = turn.Language,
    };

    /// <summary>What is known beside tools' answers: values of the procedures under way, what tools refused, workers' whispers, the customer, the day, and what procedures are written to say.</summary>
    public static IEnumerable<string> Others(TurnState turn)
    {
        var customer = turn.Context.Customer;
        return
        [
            .. turn.Context.History.Select(logged => logged.Event).OfType<ToolReturned>().Where(returned => returned.IsError).TakeLast(3).Select(returned => returned.Result.GetRawText()),
            .. turn.Frames.Concat(turn.Context.Frames).SelectMany(frame => frame.Values.Values).Select(value => value.ToString()),
            .. turn.Context.Whispers,
            $"{customer.Id} {customer.Name} {customer.Email} {turn.Context.Now.UtcDateTime:yyyy-MM-dd}",
            .. _written.GetValue(turn.Procedures, Written),
        ];
    }

    /// <summary>What is written in a procedure is the organisation's own word.</summary>
    private static string[] Written(ProcedureSet procedures) =>
        [string.Join('\n', procedures.All.SelectMany(Texts).SelectMany(text => text.Sources).Where(text => text.AsSpan().ContainsAnyInRange('0', '9')))];

    private static IEnumerable<LocalText> Texts(Procedure procedure) =>
        StepPath.All(procedure.Steps).Select(found => found.Step).Select(step => step switch
        {
            SayStep say => say.Text,
            ConfirmStep confirm => confirm.Text,
            EscalateStep escalate => escalate.Say,
            _ => null,
        }).Concat(procedure.Values.Values.SelectMany(value => new[] { value.Ask, value.None, value.CheckSay })).Concat(procedure.Limits.Select(limit => limit.Say)).Append(procedure.Topic).OfType<LocalText>();
}
