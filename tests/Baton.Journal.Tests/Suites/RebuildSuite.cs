using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Journal.Tests;

/// <summary>What every engine's rebuild of the projections must do.</summary>
public abstract class RebuildSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    private static readonly string?[] Queries = [null, "where order", "退款", "emile", "amp"];

    protected override bool Follows => true;

    [Fact]
    public async Task Rebuilt_projections_are_those_that_grew_with_the_log()
    {
        Dictionary<ConversationId, int> versions = [];
        await RandomEvents.Log.SampleAsync(
            async log =>
            {
                var ids = Enumerable.Range(0, 5).Select(_ => NewId()).ToList();
                long last = 0;
                foreach (var (conversation, events) in log)
                {
                    var id = ids[conversation];
                    last = (await AppendAsync(id, versions.GetValueOrDefault(id), events))[^1].Position;
                    versions[id] = versions.GetValueOrDefault(id) + events.Length;
                }

                await Node.Index.WaitForAsync(last, Stop);
                var grown = await ReadAsync(ids);
                List<RebuildProgress> steps = [];
                await Node.Services.GetRequiredService<ProjectionRebuilder>().RebuildAsync(new Steps(steps), Stop);
                Assert.Equal(grown, await ReadAsync(ids));
                Assert.Equal((last, last), (steps[^1].Position, steps[^1].Head));

                foreach (var id in ids.Where(versions.ContainsKey))
                    Assert.Equal((await Journal.ReadAsync(id, 0, Stop)).Aggregate((ConversationSummary?)null, ConversationFold.Apply), await Node.Index.GetAsync(id, Stop));
            },
            iter: 10,
            threads: 1);
    }

    private async Task<string> ReadAsync(List<ConversationId> ids)
    {
        List<object?> all = [];
        foreach (var id in ids) all.Add(await Node.Index.GetAsync(id, Stop));
        foreach (var query in Queries) all.AddRange(await Node.Index.ListAsync(new ConversationFilter { Text = query, Limit = 500 }, Stop));
        return string.Join('\n', all);
    }

    private sealed class Steps(List<RebuildProgress> steps) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => steps.Add(value);
    }
}
