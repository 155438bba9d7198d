using System.Net;
using System.Net.Sockets;
using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>A letter whose server is down.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_letter_that_no_server_takes_is_delayed_then_given_up_and_can_be_tried_again_by_hand()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var desk = await MailDesk.StartAsync(("Mail:Mailboxes:0:Smtp:Port", $"{port}"), ("Mail:GiveUpAfter", "00:02:00"));
        await desk.WritesAsync(MailDesk.Ada, "Lamp", "Is it in stock?");
        var delayed = await desk.EventAsync(logged => logged.Event is LetterTracked { State: LetterStates.Delayed });
        Assert.Empty(await desk.Host.Get<ILetterDesk>().ListDeadAsync(TestContext.Current.CancellationToken));

        desk.Host.Time.Advance(TimeSpan.FromMinutes(3));
        var failed = await desk.EventAsync(logged => logged.Event is LetterTracked { State: LetterStates.Failed });
        Assert.Equal(((LetterTracked)delayed.Event).MessageId, ((LetterTracked)failed.Event).MessageId);
        await desk.EventAsync(logged => logged.Event is SignalRaised { Code: "letter-not-delivered" });

        // It is listed before or after its event; the log says that it comes.
        var letters = desk.Host.Get<ILetterDesk>();
        var dead = await letters.ListDeadAsync(TestContext.Current.CancellationToken);
        while (dead.Count == 0)
        {
            await Task.Yield();
            dead = await letters.ListDeadAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(failed.Conversation, dead[0].Conversation);
        Assert.NotEmpty(dead[0].Why);
        Assert.True(await letters.RetryAsync(dead[0].MessageId, TestContext.Current.CancellationToken));
        Assert.False(await letters.RetryAsync(dead[0].MessageId, TestContext.Current.CancellationToken));
    }
}
