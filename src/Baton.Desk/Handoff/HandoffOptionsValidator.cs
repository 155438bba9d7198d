using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>The calendars and what teams say of each other; every mistake is told at once, with its section.</summary>
internal sealed class HandoffOptionsValidator : IValidateOptions<HandoffOptions>
{
    private const string Section = "Desk:Handoff";

    public ValidateOptionsResult Validate(string? name, HandoffOptions options)
    {
        List<string> wrong = [];
        var calendar = Mistake(() => new OpeningHours(options.TimeZone, options.OpeningHours, options.Holidays));
        if (calendar is not null) wrong.Add($"{Section}: {calendar}");
        foreach (var (team, own) in options.Teams)
        {
            var section = $"{Section}:Teams:{team}";
            wrong.AddRange(SectionAnnotations.Mistakes(section, own));
            if (calendar is null && Mistake(() => TeamHandoff.Of(team, options, new()).Hours) is { } mistake) wrong.Add($"{section}: {mistake}");
            if (Overflow(team, own, options) is { } overflow) wrong.Add($"{section}:{overflow}");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string? Overflow(string team, TeamHandoffOptions own, HandoffOptions options)
    {
        if (own.OverflowTo is not { } other)
            return own.OutOfHours == OutOfHoursRule.Overflow ? "OutOfHours is Overflow, but OverflowTo names no team." : null;
        if (string.Equals(other, team, StringComparison.OrdinalIgnoreCase)) return $"OverflowTo ({other}) is the team itself. Name another, or leave it out.";
        return options.Teams.ContainsKey(other) || other == Team.Default
            ? null
            : $"OverflowTo ({other}) is no team. Known are: {string.Join(", ", options.Teams.Keys.Append(Team.Default).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))}.";
    }

    private static string? Mistake(Func<OpeningHours> read)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (FormatException mistake)
        {
            return mistake.Message;
        }
    }
}
