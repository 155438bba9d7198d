using System.Globalization;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What an interpreter is told about the conversation.</summary>
internal static class ReadingRequests
{
    public static ReadingRequest Of(AgentContext context, ProcedureSet procedures)
    {
        var frame = context.Frames.LastOrDefault(frame => procedures.Find(frame.Procedure) is not null);
        var request = new ReadingRequest
        {
            Text = context.Message.Text,
            Locale = context.Locale,
            Now = context.Now,
            Intents = procedures.Intents,
            Course = Course.Turns(context),
        };
        if (frame is null) return request with { Open = procedures.Codes };
        var procedure = procedures.Find(frame.Procedure)!;
        var results = context.History.Select(logged => logged.Event).OfType<ToolReturned>().Where(returned => !returned.IsError).GroupBy(returned => returned.CallId).ToDictionary(group => group.Key, group => group.Last().Result);
        var data = new FrameData(procedure, frame, call => results.TryGetValue(call, out var json) ? json : null, context.Customer, context.Now, LanguageOf(context));
        var values = procedure.Values.Values.Select(value => new ExpectedValue(value.Name, value.Kind, data.ChoicesOf(value) ?? [], value.Pattern)).ToList();
        return request with
        {
            CurrentProcedure = frame.Procedure,
            Expected = frame.Asked == ConfirmStepRule.Asked ? new(ConfirmStepRule.Asked, ValueKind.YesNo, []) : values.Find(value => value.Name == frame.Asked),
            Open = [.. values.Where(value => value.Name != frame.Asked)],
        };
    }

    private static string LanguageOf(AgentContext context) => context.Locale.Split('-')[0].ToLower(CultureInfo.InvariantCulture) is { Length: 2 } language ? language : "en";
}
