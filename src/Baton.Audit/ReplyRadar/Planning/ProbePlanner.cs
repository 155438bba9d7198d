using Baton.Mail;

namespace Baton.Audit;

/// <summary>Spreads enquiries over routes, languages and the hours of the week, by a seed.</summary>
internal static class ProbePlanner
{
    private const int KeyLength = 7;
    private const int TokenLength = 9;

    /// <summary>Makes the plan. Nothing is sent, and nothing is said about leave: that is asked for at the time of each mail.</summary>
    /// <param name="engagement">With a <see cref="Engagement.Radar"/>.</param>
    /// <param name="secret">What the check in reply addresses is keyed with.</param>
    /// <param name="now">Nothing is planned before.</param>
    /// <exception cref="RadarException">It cannot be done within the engagement; all reasons are named.</exception>
    public static RadarPlan Make(Engagement engagement, ReadOnlySpan<byte> secret, DateTimeOffset now)
    {
        var scope = engagement.Radar!;
        var begin = Later(now, new DateTimeOffset(engagement.From, TimeOnly.MinValue, TimeSpan.Zero));
        var cycle = TimeSpan.FromDays(scope.SendDays + scope.WaitDays);
        var until = begin + (cycle * scope.ProbesPerRoute);
        var mistakes = Mistakes(engagement, scope, until).ToList();
        if (mistakes.Count > 0) throw new RadarException(string.Join(Environment.NewLine, mistakes.Prepend("The Reply Radar cannot start:")));

        var addresses = new ReplyAddresses(scope.From, secret);
        var run = $"{engagement.Name}/{begin:O}";
        var asked = Mixed(scope, EnquiryList.Of(scope));
        List<ProbePlan> probes = [];
        for (var round = 0; round < scope.ProbesPerRoute; round++)
        {
            var routes = SeededChance.Shuffle(scope.Seed, $"order {round}", engagement.Mailboxes);
            var slot = TimeSpan.FromDays(scope.SendDays) / routes.Count;
            for (var place = 0; place < routes.Count; place++)
            {
                var number = probes.Count;
                var key = SeededChance.Word(scope.Seed, $"{run}/key {number}", KeyLength);

                // One in each part of the week, anywhere in it: by chance, and yet no hour is forgotten.
                var at = begin + (cycle * round) + (slot * (place + SeededChance.Share(scope.Seed, $"moment {number}")));
                probes.Add(new(key, routes[place], asked[number % asked.Count], WholeSecond(at), addresses.Make(key), SeededChance.Word(scope.Seed, $"{run}/token {number}", TokenLength).ToUpperInvariant(), addresses.Make(key + "t")));
            }
        }
        return new(scope.Seed, begin, WholeSecond(until), [.. probes.OrderBy(probe => probe.SendAt)]);
    }

    /// <summary>Every language and every enquiry equally often, in an order by chance.</summary>
    private static IReadOnlyList<Enquiry> Mixed(RadarScope scope, IReadOnlyList<Enquiry> enquiries)
    {
        var byLanguage = enquiries.GroupBy(enquiry => enquiry.Language).Select(group => SeededChance.Shuffle(scope.Seed, $"enquiries {group.Key}", group)).ToList();
        var most = byLanguage.Max(group => group.Count);
        return [.. Enumerable.Range(0, most).SelectMany(index => SeededChance.Shuffle(scope.Seed, $"languages {index}", byLanguage).Select(group => group[index % group.Count]))];
    }

    private static IEnumerable<string> Mistakes(Engagement engagement, RadarScope scope, DateTimeOffset until)
    {
        if (engagement.Mailboxes.Count == 0) yield return "The engagement names no mailboxes.";
        if (EnquiryList.Of(scope) is { Count: > 0 } enquiries)
        {
            foreach (var wrong in enquiries.SelectMany(EnquiryLint.Check)) yield return wrong;
        }
        else
        {
            yield return $"There is no enquiry in {string.Join(", ", scope.Languages)} named {string.Join(", ", scope.Enquiries)}. Known: {string.Join(", ", (scope.Own.Count > 0 ? scope.Own : EnquiryList.All).Select(enquiry => enquiry.Id).Distinct())}.";
        }
        if (DateOnly.FromDateTime(until.UtcDateTime) > engagement.To) yield return $"It would take until {until:yyyy-MM-dd}, and the engagement ends on {engagement.To:yyyy-MM-dd}: the closing mails could not be sent. Shorten radar.sendDays or radar.waitDays, or lengthen the engagement.";
        if (scope.FollowUpDays > 0 && scope.FollowUpDays >= scope.WaitDays) yield return "The reminder (radar.followUpDays) comes after the watching ends (radar.waitDays).";
        if (scope.ProbesPerRoute > engagement.Budget.PerRoute && scope.SendDays + scope.WaitDays < 30) yield return $"radar.probesPerRoute is {scope.ProbesPerRoute}, and the budget allows {engagement.Budget.PerRoute} a route in 30 days.";
        foreach (var control in scope.Controls.Where(control => Audited(engagement, AddressSyntax.Domain(control.Address)))) yield return $"The control mailbox {control.Address} lies with the audited side; it must be the auditor's own.";
        foreach (var wrong in WorkingCalendar.Mistakes(scope.WorkingHours)) yield return wrong;
        foreach (var wrong in AddressMistakes(scope.From)) yield return wrong;
    }

    private static bool Audited(Engagement engagement, string domain) =>
        engagement.Mailboxes.Select(AddressSyntax.Domain).Concat(engagement.Hosts).Any(host => domain.Equals(host, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> AddressMistakes(string from) => from.Contains('+', StringComparison.Ordinal) ? [$"radar.from is {from}: leave out the plus, the probe's key is put behind it."] : [];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset WholeSecond(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);
}

/// <summary>The Reply Radar cannot go on; the message says what to do.</summary>
/// <param name="message">For the person at the command line.</param>
public sealed class RadarException(string message) : IOException(message);
