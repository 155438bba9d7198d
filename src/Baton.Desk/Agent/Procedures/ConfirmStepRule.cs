namespace Baton.Desk;

/// <summary>Nothing is changed without a question that names everything the call is made with.</summary>
internal static class ConfirmStepRule
{
    /// <summary>What <see cref="Baton.Journal.ProcedureFrame.Asked"/> says while a confirmation is awaited.</summary>
    public const string Asked = "confirm";

    public static void Check(CallStep call, ConfirmStep? confirm, Action<int, string> report)
    {
        if (confirm is null)
        {
            report(call.Line, $"'{call.Tool}' changes something: a confirm step must stand right before it.");
            return;
        }
        foreach (var (language, text) in confirm.Text.Languages)
        {
            var said = TemplateNames.Of(text.Source);
            foreach (var argument in call.With)
            {
                var read = TemplateNames.Of(argument.Value.Source).Roots;
                if (read.Count > 0 && !read.Any(name => said.Roots.Contains(name) || said.Labels.Contains(name)))
                    report(confirm.Line, $"The confirmation ({language}) does not say '{argument.Name}', which '{call.Tool}' is called with: mention {string.Join(" or ", read.Order(StringComparer.Ordinal))}.");
            }
        }
    }
}
