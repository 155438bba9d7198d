using System.Globalization;
using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What the templates of a procedure under way can speak of.</summary>
internal sealed class FrameData
{
    private readonly Procedure _procedure;
    private readonly ProcedureFrame _frame;
    private readonly Func<string, JsonElement?> _results;
    private readonly string _language;
    private readonly Dictionary<string, object?> _values = [];

    /// <param name="procedure">The procedure.</param>
    /// <param name="frame">Where it is.</param>
    /// <param name="results">Successful tool results by call id; null when there is none.</param>
    /// <param name="customer">The verified customer.</param>
    /// <param name="now">For <c>today</c>.</param>
    /// <param name="language">The language of labels.</param>
    public FrameData(Procedure procedure, ProcedureFrame frame, Func<string, JsonElement?> results, Customer customer, DateTimeOffset now, string language)
    {
        (_procedure, _frame, _results, _language) = (procedure, frame, results, language);
        _values["customer"] = new Dictionary<string, object?> { ["id"] = customer.Id, ["name"] = customer.Name, ["email"] = customer.Email };
        _values["today"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (name, value) in frame.Values) _values[name] = LiquidValues.FromJson(value);
        foreach (var (name, call) in frame.Results.Where(result => result.Key[0] != '@'))
        {
            if (results(call) is { } json) _values[name] = LiquidValues.FromJson(json);
        }
        _values["labels"] = frame.Values.Keys.Where(procedure.Values.ContainsKey).ToDictionary(name => name, name => (object?)LabelOf(procedure.Values[name]));
    }

    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Under which name of <see cref="ProcedureFrame.Results"/> the list behind a value's choices is kept.</summary>
    public static string ChoicesKey(string value) => "@" + value;

    /// <summary>The arguments of a call, ready to be compared and sent.</summary>
    public JsonElement Arguments(IEnumerable<Argument> with) =>
        LiquidValues.ToObject(with.Select(argument => KeyValuePair.Create(argument.Name, argument.Value.Evaluate(_values))));

    /// <summary>Everything plus one name.</summary>
    public Dictionary<string, object?> With(string name, object? value) => new(_values) { [name] = value };

    /// <summary>The choices of a value; null when it has none or when the list behind them is not known yet.</summary>
    public IReadOnlyList<ValueChoice>? ChoicesOf(ValueDefinition value)
    {
        if (value.Choices is not { } source) return null;
        if (source.Fixed.Count > 0) return [.. source.Fixed.Select(choice => new ValueChoice(choice.Value, choice.Label.In(_language).Render(_values, Culture), choice.Terms))];
        if (ListOf(value, source) is not { } list) return null;
        var choices = new List<ValueChoice>();
        foreach (var item in list)
        {
            var data = With("each", item);
            if (source.Where?.Holds(data) == false) continue;
            var terms = source.Terms.SelectMany(term => term.Render(data, CultureInfo.InvariantCulture).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            choices.Add(new(source.Value!.Render(data, CultureInfo.InvariantCulture), source.Label!.In(_language).Render(data, Culture), [.. terms], DateOf(source.Date?.Render(data, CultureInfo.InvariantCulture))));
        }
        return choices;
    }

    /// <summary>Call ids of the results that a text speaks of; null when one of them is missing, so that nothing is claimed without its source.</summary>
    public IReadOnlyList<string>? SourcesOf(Template text)
    {
        var names = TemplateNames.Of(text.Source);
        var called = StepPath.All(_procedure.Steps).Select(found => found.Step).OfType<CallStep>().Select(call => call.As).OfType<string>().Where(names.Roots.Contains).ToList();
        if (called.Exists(name => !_values.ContainsKey(name))) return null;
        var lists = names.Labels.Select(ChoicesKey).Where(_frame.Results.ContainsKey);
        return [.. called.Concat(lists).Select(name => _frame.Results[name]).Distinct()];
    }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(_language);

    private string LabelOf(ValueDefinition value)
    {
        var text = _frame.Values[value.Name].ToString();
        return ChoicesOf(value)?.FirstOrDefault(choice => choice.Value == text)?.Label ?? text;
    }

    private List<object?>? ListOf(ValueDefinition value, ChoiceSource source)
    {
        var path = source.From.Split('.');
        object? at;
        if (source.Tool is null) at = _values.GetValueOrDefault(path[0]);
        else if (_frame.Results.TryGetValue(ChoicesKey(value.Name), out var call) && _results(call) is { } json) at = Member(LiquidValues.FromJson(json), path[0]);
        else return null;
        foreach (var name in path.Skip(1)) at = Member(at, name);
        return at as List<object?>;
    }

    private static object? Member(object? of, string name) => (of as Dictionary<string, object?>)?.GetValueOrDefault(name);

    private static DateTimeOffset? DateOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
