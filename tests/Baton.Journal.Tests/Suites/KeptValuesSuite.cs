using Microsoft.Extensions.DependencyInjection;

namespace Baton.Journal.Tests;

/// <summary>What every engine's drawers must do.</summary>
public abstract class KeptValuesSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    private IKeptValues Values => Node.Services.GetRequiredService<IKeptValues>();

    [Fact]
    public async Task A_value_survives_a_restart_and_is_its_drawers_alone()
    {
        await Values.PutAsync("drafts", "a", "Größe 发票", Stop);
        await Values.PutAsync("drafts", "a", "the newer one", Stop);
        await RestartAsync();
        Assert.Equal("the newer one", await Values.GetAsync("drafts", "a", Stop));
        Assert.Null(await Values.GetAsync("positions", "a", Stop));
        Assert.Null(await Values.GetAsync("drafts", "b", Stop));
    }

    [Fact]
    public async Task Of_many_who_add_at_once_the_first_decides()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(each => Task.Run(() => Values.AddAsync("seen", "letter", $"{each}", Stop), Stop)));
        Assert.Single(kept.Distinct());
        Assert.Equal(kept[0], await Values.GetAsync("seen", "letter", Stop));
    }

    [Fact]
    public async Task A_drawer_is_listed_in_the_order_of_its_keys_without_what_was_removed()
    {
        foreach (var key in (string[])["b", "a", "c", "d"]) await Values.PutAsync("outbox", key, key, Stop);
        await Values.RemoveAsync("outbox", "b", Stop);
        await Values.RemoveAsync("outbox", "never there", Stop);
        Assert.Equal(["a", "c"], (await Values.ListAsync("outbox", 2, Stop)).Select(value => value.Key));
    }
}
