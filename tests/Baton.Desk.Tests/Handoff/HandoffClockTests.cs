using Baton.Desk;
using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Two clocks: from the first need and from the call for a person, until somebody truly helps.</summary>
public sealed class HandoffClockTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_clocks_run_until_the_first_message_with_substance_even_over_a_restart()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "My parcel is lost.");
        await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        desk.Time.Advance(TimeSpan.FromMinutes(4));
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        await desk.Conversations.ClaimAsync(id, Wanda, Cancel);
        await desk.RestartAsync();

        await desk.Conversations.ReplyAsync(id, Wanda, new("r1", "Hello, I'm Wanda. One moment please, I'll have a look.", []), Cancel);
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is HelpBegan);

        var helped = await desk.Conversations.ReplyAsync(id, Wanda, new("r2", "The carrier lost it; a new one leaves today.", []), Cancel);
        await desk.Conversations.ReplyAsync(id, Wanda, new("r3", "It arrives on Wednesday at the latest.", []), Cancel);
        var events = await desk.EventsAsync(id);
        var began = Assert.Single(events.OfType<HelpBegan>());
        Assert.Equal(helped.Version, began.MessageVersion);
        Assert.Equal("r2", Assert.IsType<WorkerReplied>(events[began.MessageVersion - 1]).MessageId);
        Assert.Equal((DeskHost.Start, DeskHost.Start.AddMinutes(4)), (began.NeedAt, began.TriggerAt));
    }

    [Theory]
    [InlineData("Hi!", false)]
    [InlineData("Hello, this is Wanda. One moment, please.", false)]
    [InlineData("Good morning, how can I help you today?", false)]
    [InlineData("Let me have a look at this for you.", false)]
    [InlineData("Your refund of the shirt is on its way.", true)]
    [InlineData("Which colour did you order?", true)]
    [InlineData("SO-10042?", true)]
    [InlineData("Guten Tag, einen Moment bitte, ich schaue mir das kurz an.", false)]
    [InlineData("Ihr Paket kommt morgen an.", true)]
    [InlineData("Hola, un momento por favor, voy a comprobarlo.", false)]
    [InlineData("Le enviamos otro hoy mismo.", true)]
    [InlineData("Bonjour, un instant s’il vous plaît, je vérifie cela.", false)]
    [InlineData("Nous renvoyons le colis demain.", true)]
    [InlineData("您好，请稍等一下，我查一下。", false)]
    [InlineData("我们今天会重新发货。", true)]
    public void A_greeting_or_a_request_for_patience_is_no_help(string text, bool isSubstantive) =>
        Assert.Equal(isSubstantive, SubstantivePolicy.IsSubstantive(text, files: 0));
}
