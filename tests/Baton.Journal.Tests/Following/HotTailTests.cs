using CsCheck;

namespace Baton.Journal.Tests;

public sealed class HotTailTests
{
    private static readonly ConversationId Id = new("0123456789abcdef0123456789abcdef");

    [Fact]
    public void It_answers_the_unbroken_end_of_the_log_or_nothing() =>
        Gen.Select(Gen.Int[1, 3].Array[1, 30], Gen.Int[0, 9].Array[30], Gen.Int[0, 120], Gen.Int[1, 10]).Sample((sizes, gaps, after, limit) =>
        {
            var tail = new HotTail(capacity: 8);
            List<long> positions = [];
            long head = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (gaps[i] == 0) head += 3; // another writer's events
                var append = new AppendRequest(Id, 0, [.. Enumerable.Range(0, sizes[i]).Select(_ => NewEvent.Of(new ConversationReopened(1), DateTimeOffset.UnixEpoch))], null);
                append.Place(0, ref head);
                tail.Add(append);
                positions.AddRange(append.Placed!.Select(e => e.Position));
            }

            var stretch = positions.Where((p, i) => head - p == positions.Count - 1 - i).TakeLast(8).ToList();
            var read = tail.Read(after, limit)?.Select(e => e.Position).ToList();
            if (after + 1 < stretch[0]) Assert.Null(read);
            else Assert.Equal(stretch.Where(p => p > after).Take(limit), read);
        });

    [Fact]
    public void It_is_bounded_in_bytes()
    {
        var tail = new HotTail(capacity: 100, maxBytes: 1000);
        long head = 0;
        for (var i = 0; i < 50; i++)
        {
            var append = new AppendRequest(Id, 0, [NewEvent.Of(new CustomerWrote("m", new string('x', 150), []), DateTimeOffset.UnixEpoch)], null);
            append.Place(0, ref head);
            tail.Add(append);
        }

        Assert.Null(tail.Read(40, 100));
        Assert.Equal([49L, 50L], tail.Read(48, 100)!.Select(e => e.Position));
    }
}
