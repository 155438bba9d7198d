namespace Baton.Language;

/// <summary>Measures whether a message's language is told without knowing the customer's.</summary>
internal static class LanguageEvaluation
{
    private const int FewWords = 3;

    public static IEnumerable<Figure> Measure(IReadOnlyList<LabelledMessage> messages)
    {
        var read = messages.Select(message => (message.Language, Text: new MessageText(message.Text)))
            .Select(message => (message.Language, message.Text.Words.Count, Identified: LanguageIdentification.Identify(message.Text, ""))).ToList();
        var longer = read.Where(one => one.Count > FewWords).ToList();
        if (longer.Count == 0)
            yield break;
        yield return new Figure("language", "Baton corpus, messages", $"accuracy over {FewWords} words", longer.Average(one => one.Identified.Code == one.Language ? 1.0 : 0));
        foreach (var language in longer.GroupBy(one => one.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return new Figure("language", "Baton corpus, messages", $"recall {language.Key} ({language.Count()})", language.Average(one => one.Identified.Code == one.Language ? 1.0 : 0));
    }
}
