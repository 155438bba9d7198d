using Baton.Language;

namespace Baton.Desk;

/// <summary>A tapped choice needs no interpretation: it means exactly what was offered.</summary>
internal static class TappedChoice
{
    /// <summary>Name of this reading in the log.</summary>
    public const string Interpreter = "choice";

    /// <summary>The reading of a tapped choice; null when the message is none.</summary>
    public static Reading? Read(AgentContext context, ProcedureSet procedures, AgentTexts texts)
    {
        var text = context.Message.Text.Trim();
        if (Course.ReplyToAnswer(context) is not { } last) return null;
        if (last.Choices.All(choice => !string.Equals(choice.Value, text, StringComparison.OrdinalIgnoreCase))) return null;
        var frame = context.Frames is [.., var top] ? top : null;
        CustomerCommand? command =
            texts.IsLabel(text, "person") ? new AskForPerson()
            : frame?.Asked == ConfirmStepRule.Asked && texts.IsLabel(text, "yes") ? new Confirm()
            : frame?.Asked == ConfirmStepRule.Asked && texts.IsLabel(text, "no") ? new Deny()
            : frame?.Asked is { } asked && ReadingRequests.Of(context, procedures).Expected?.Choices.FirstOrDefault(choice => string.Equals(choice.Label, text, StringComparison.OrdinalIgnoreCase)) is { } meant ? new SetValue(asked, meant.Value, text)
            : procedures.FindByTitle(text) is { } procedure ? new StartProcedure(procedure.Name)
            : null;
        if (command is null) return null;
        var intent = (command as StartProcedure)?.Procedure;
        return new() { Interpreter = Interpreter, Language = texts.Choose("", context.Locale), Commands = [command], Intent = intent, Probability = intent is null ? 0 : 1 };
    }
}
