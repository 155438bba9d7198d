using Microsoft.Extensions.Options;

namespace Baton.Language.Tests;

/// <summary>What a team's own conversations teach the models of risk.</summary>
public sealed class RiskLearningTests : IDisposable
{
    private const double Expected = 0.15;

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("baton-risk").FullName;

    [Fact]
    public void Courses_that_end_well_for_a_team_are_feared_less_and_others_far_less_so()
    {
        // A bank that must ask for the code a second time, and whose customers do not mind.
        var before = Reader(null);
        var after = Reader(Learn(Enumerable.Range(0, 60).Select(number => new KnownCourse($"{number}", AskedTwice(number), false, false))));

        Assert.True(Risk(after, AskedTwice(99)) < Risk(before, AskedTwice(99)) / 3);
        Assert.True(Risk(after, Refused()) > Risk(before, Refused()) / 2);
    }

    [Fact]
    public void With_enough_of_both_ends_probabilities_are_the_team_s_own()
    {
        // The same course ends in one of three ways: then a third is what is to be expected of each, where two thirds fail.
        var reader = Reader(Learn(Enumerable.Range(0, 90).Select(number => new KnownCourse($"{number}", AskedTwice(number), number % 3 == 0, number % 3 == 1))), 2.0 / 3);

        Assert.InRange(reader.Read(AskedTwice(99)).Technical, 0.23, 0.43);
        Assert.InRange(reader.Read(AskedTwice(99)).Emotional, 0.23, 0.43);
    }

    [Fact]
    public void What_nobody_knows_changes_nothing()
    {
        var folder = Learn(Enumerable.Range(0, 60).Select(number => new KnownCourse($"{number}", AskedTwice(number), null, true)));

        Assert.Equal(Reader(null).Read(AskedTwice(99)).Technical, Reader(folder).Read(AskedTwice(99)).Technical);
        Assert.True(Reader(folder).Read(AskedTwice(99)).Emotional > Reader(null).Read(AskedTwice(99)).Emotional);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<RiskTurn> AskedTwice(int number) =>
    [
        Customer($"I want to see my balance, {number}", 0), Agent("Please type your code.", 1), Customer("4411", 2), Agent("Please type your code.", 3), Customer("4411", 4),
    ];

    private static List<RiskTurn> Refused() =>
        [Customer("Please cancel order 10042", 0), Agent("I am sorry, order 10042 could not be cancelled.", 1).With(0, 1), Customer("This is ridiculous. Who can do it then?", 2).With(TurnOpinion.Named(Feeling.Angry))];

    private static RiskTurn Customer(string text, int at) => new(true, text, Start.AddSeconds(at * 20), at + 1);

    private static RiskTurn Agent(string text, int at) => new(false, text, Start.AddSeconds(at * 20), at + 1);

    private static RiskReader Reader(string? folder, double expected = Expected) => new(Options.Create(new LanguageOptions { ModelsFolder = folder ?? "" }), expected);

    private static double Risk(RiskReader reader, IReadOnlyList<RiskTurn> turns) => reader.Read(turns) is var risk ? risk.Technical + risk.Emotional : 0;

    private string Learn(IEnumerable<KnownCourse> courses)
    {
        TeamLearning.Learn([], [.. courses], _folder);
        return _folder;
    }
}
