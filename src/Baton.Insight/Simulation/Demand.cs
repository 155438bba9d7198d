namespace Baton.Insight;

/// <summary>Draws a service's customers and its workers' shifts.</summary>
internal static class Demand
{
    /// <summary>Monday, midnight.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] _languages = ["en", "en", "en", "en", "en", "en", "de", "de", "es", "fr"];
    private static readonly string[] _skills = ["orders", "refunds", "billing", "technical", "accounts"];

    /// <summary>How busy each hour of the day is.</summary>
    private static readonly double[] _hours = [0.2, 0.15, 0.1, 0.1, 0.1, 0.2, 0.4, 0.8, 1.3, 1.7, 1.9, 1.9, 1.7, 1.6, 1.7, 1.7, 1.6, 1.5, 1.5, 1.6, 1.5, 1.1, 0.7, 0.4];

    public static IReadOnlyList<Contact> Contacts(SimulatedService service)
    {
        var random = new Random(service.Seed);
        return [.. Enumerable.Range(0, service.Conversations).Select(_ => Time(service, random)).Order().Select((at, number) => Draw(service, number, at, random))];
    }

    public static SimulatedWorker[] Workers(SimulatedService service) =>
        [.. Enumerable.Range(0, service.Workers).Select(i => new SimulatedWorker(new($"w{i}"), service.Capacity, Shifts(service, i))
        {
            // Everybody speaks English, every fourth another language too; two skills each.
            Languages = i % 4 == 0 ? ["en", _languages[6 + (i / 4 % 4)]] : ["en"],
            Skills = [_skills[i % 5], _skills[(i / 5 + i + 1) % 5]],
        })];

    /// <summary>Two hours of Wednesday in which something is broken.</summary>
    public static bool IsBreakdown(DateTimeOffset at) => at - Start - TimeSpan.FromDays(2) is { TotalHours: >= 14 and < 16 };

    private static Contact Draw(SimulatedService service, int number, DateTimeOffset at, Random random)
    {
        var needsPerson = random.NextDouble() < service.NeedPerson;
        var isUpset = random.NextDouble() < (IsBreakdown(at) ? service.UpsetInBreakdown : service.Upset);
        var escalates = Exponential(random, TimeSpan.FromMinutes(4)) + TimeSpan.FromMinutes(1);
        var hasSign = needsPerson || random.NextDouble() < 0.1;
        return new(new(number.ToString("x32", null)), at)
        {
            Language = _languages[random.Next(_languages.Length)],
            Skill = _skills[random.Next(_skills.Length)],
            SignAfter = hasSign ? escalates * random.NextDouble() : null,
            EscalatesAfter = needsPerson ? escalates : null,
            AgentTakes = Exponential(random, TimeSpan.FromMinutes(5)) + escalates,
            Aggravation = isUpset ? 0.5 + (0.5 * random.NextDouble()) : 0.3 * random.NextDouble(),
            Patience = Exponential(random, service.Patience),
            LeavesSilently = random.NextDouble() < 0.6,
            LeavesPageOpen = random.NextDouble() < 0.2,
            Service = LogNormal(random, service.Service),
            Notice = random.NextDouble(),
            Whisper = random.NextDouble(),
            Accepts = random.NextDouble() < 0.04 ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(2) + Exponential(random, TimeSpan.FromSeconds(5)),
            ComesAgainAfter = random.NextDouble() < 0.4 ? TimeSpan.FromMinutes(20) + Exponential(random, TimeSpan.FromMinutes(60)) : null,
        };
    }

    private static DateTimeOffset Time(SimulatedService service, Random random)
    {
        while (true)
        {
            var at = Start + TimeSpan.FromDays(service.Days * random.NextDouble());
            var weight = _hours[at.Hour] * (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.7 : 1) * (IsBreakdown(at) ? 2 : 1);
            if (random.NextDouble() * 4 < weight) return at;
        }
    }

    /// <summary>Shifts begin so that the hands at work follow the hours: worker after worker at the next share of the day's demand.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset Until)> Shifts(SimulatedService service, int worker)
    {
        var share = ((worker * 37 % service.Workers) + 0.5) / service.Workers * _hours.Sum();
        var hour = 0;
        for (; hour < 23 && share > _hours[hour]; hour++) share -= _hours[hour];
        var begin = hour + Math.Min(1, share / _hours[hour]) - (service.Shift.TotalHours / 2);
        return [.. Enumerable.Range(-1, service.Days + 2)
            .Where(day => (((day + worker) % 7) + 7) % 7 < 5)
            .Select(day => Start + TimeSpan.FromDays(day) + TimeSpan.FromHours(begin))
            .Select(from => (from, from + service.Shift))];
    }

    internal static TimeSpan Exponential(Random random, TimeSpan mean) => mean * -Math.Log(1 - random.NextDouble());

    private static TimeSpan LogNormal(Random random, TimeSpan mean)
    {
        const double Sigma = 0.6;
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return mean * Math.Exp((Sigma * normal) - (Sigma * Sigma / 2));
    }
}
