using System.Text.Json;

namespace Baton.Language.Tests;

/// <summary>
/// Sixty replies in their context in five languages, chat and mail, 29 of them without a fault: written and labelled by
/// corpus/guidelines/reply.md before the judge was asked about them, and never learned from. None is removed because it fails.
/// </summary>
public sealed class FreshReplyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ReplyAspect.Answers, 57)]
    [InlineData(ReplyAspect.Supported, 50)]
    [InlineData(ReplyAspect.Advances, 54)]
    [InlineData(ReplyAspect.Fresh, 58)]
    [InlineData(ReplyAspect.ShowsPerson, 56)]
    [InlineData(ReplyAspect.Clear, 59)]
    [InlineData(ReplyAspect.Civil, 59)]
    public async Task Each_aspect_agrees_with_the_labels_no_worse_than_recorded(ReplyAspect aspect, int floor)
    {
        var right = 0;
        foreach (var (faults, judged) in await ReadAsync())
        {
            var (label, said) = (faults.Contains(JsonNamingPolicy.CamelCase.ConvertName(aspect.ToString())), judged.Verdict[aspect].IsFault);
            right += label == said ? 1 : 0;
            if (label != said)
                output.WriteLine($"{judged.Id}: {(said ? "invented" : "missed")}: {judged.Reply.Text}");
        }

        Assert.True(right >= floor, $"{right} of 60 right, recorded floor {floor}.");
    }

    [Fact]
    public async Task Alarms_on_replies_without_a_fault_are_no_more_than_recorded_and_bad_ones_are_found()
    {
        var replies = await ReadAsync();

        Assert.Equal(60, replies.Count);
        Assert.InRange(replies.Count(one => one.Faults.Count == 0 && one.Judged.Verdict.Quality == ReplyQuality.Faulty), 0, 2);
        Assert.InRange(replies.Count(one => one.Faults.Count > 0 && one.Judged.Verdict.Quality == ReplyQuality.Faulty), 26, 31);
    }

    private static async Task<List<(HashSet<string> Faults, JudgedReply Judged)>> ReadAsync()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "fresh-replies.jsonl");
        using var lines = File.OpenText(file);
        var judged = await new ReplyLines(ReplyJudge.Shipped).ReadAsync(lines, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var faults = JsonLines.Read(file).Select(line => line.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!).ToHashSet(StringComparer.Ordinal));
        return [.. faults.Zip(judged)];
    }
}
