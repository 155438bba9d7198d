namespace Baton.Language.Tests;

/// <summary>
/// 302 hand-written hard cases, written before any model was tuned and never learned from. None is removed because it fails; a group
/// whose share of right readings falls under its recorded floor fails the test.
/// </summary>
public sealed class HardCaseTests(ITestOutputHelper output)
{
    private static readonly Lazy<List<HardCase>> _cases = new(() => [.. HardCase.Read(Path.Combine(AppContext.BaseDirectory, "hard-cases.jsonl"))]);
    private static readonly EmbeddedInterpreter _interpreter = new();

    [Theory]
    [InlineData("sarcasm", 8)]
    [InlineData("polite-fury", 18)]
    [InlineData("world", 23)]
    [InlineData("codeswitch", 17)]
    [InlineData("emoji", 16)]
    [InlineData("caps", 19)]
    [InlineData("quoted", 13)]
    [InlineData("negation", 22)]
    [InlineData("person", 37)]
    [InlineData("course", 18)]
    [InlineData("empty", 14)]
    [InlineData("long", 7)]
    [InlineData("thanks-but", 11)]
    public async Task Feelings_of_hard_cases_are_read_no_worse_than_recorded(string group, int floor)
    {
        var right = 0;
        var cases = _cases.Value.Where(one => one.Group == group).ToList();
        foreach (var one in cases)
        {
            var reading = await Read(one);
            if (one.Feelings.Contains(reading.Feeling))
                right++;
            else
                output.WriteLine($"{one.Id}: {reading.Feeling} instead of {string.Join(" or ", one.Feelings)}: {one.Text}");
        }

        output.WriteLine($"{group}: {right} of {cases.Count}");
        Assert.True(right >= floor, $"{group}: {right} of {cases.Count} right, recorded floor {floor}.");
    }

    [Fact]
    public async Task Dissatisfaction_of_hard_cases_is_told_no_worse_than_recorded()
    {
        var right = 0;
        foreach (var one in _cases.Value)
        {
            var isDissatisfied = (await Read(one)).Dissatisfaction >= 0.5;
            right += isDissatisfied == one.IsDissatisfied ? 1 : 0;
        }

        output.WriteLine($"dissatisfied or not: {right} of {_cases.Value.Count}");
        Assert.True(right >= 236, $"{right} right, recorded floor 236.");
    }

    [Fact]
    public async Task Requests_for_a_person_in_hard_cases_are_found_no_worse_than_recorded()
    {
        int missed = 0, invented = 0;
        foreach (var one in _cases.Value)
        {
            var asks = (await Read(one)).AsksForPerson;
            if (asks != one.AsksForPerson)
                output.WriteLine($"{one.Id}: {(asks ? "invented" : "missed")}: {one.Text}");
            missed += one.AsksForPerson && !asks ? 1 : 0;
            invented += asks && !one.AsksForPerson ? 1 : 0;
        }

        output.WriteLine($"missed {missed} of {_cases.Value.Count(one => one.AsksForPerson)}, invented {invented} of {_cases.Value.Count(one => !one.AsksForPerson)}");
        Assert.True(missed <= 4 && invented <= 4, $"missed {missed}, invented {invented}.");
    }

    [Fact]
    public void None_of_the_three_hundred_was_removed() => Assert.Equal(302, _cases.Value.Count);

    private static async Task<Reading> Read(HardCase one) => await _interpreter.ReadAsync(
        one.Request(Customer.Now),
        TestContext.Current.CancellationToken);
}
