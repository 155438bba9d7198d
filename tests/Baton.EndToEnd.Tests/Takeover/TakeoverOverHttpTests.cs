using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Baton.Testing;

namespace Baton.EndToEnd.Tests;

/// <summary>Takeovers through the public API of the running demo, with the real agent answering.</summary>
public sealed class TakeoverOverHttpTests
{
    private const int Conversations = 8;
    private const int Rounds = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_agent_is_silent_from_the_moment_a_worker_takes_over()
    {
        await using var server = await BatonServer.StartAsync(new() { Command = "demo", Arguments = ["--Web:RateLimits:Enabled=false"] }, Cancel);
        using var worker = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.Url };
        worker.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(server));

        await Parallel.ForEachAsync(Enumerable.Range(0, Conversations), Cancel, async (number, _) =>
        {
            using var customer = await CustomerClient.OpenAsync(server.Url, Cancel);
            for (var round = 0; round < Rounds; round++)
            {
                await customer.WriteAsync($"{number}-{round}-a", $"Where is my order {number}{round}?", Cancel);
                await ActAsync(worker, customer, "takeover", new { });
                await customer.WriteAsync($"{number}-{round}-b", $"Are you there {number}{round}?", Cancel);
                await ActAsync(worker, customer, "replies", new { id = $"{number}-{round}", text = "Yes, I am here." });
                await ActAsync(worker, customer, "giveback", new { agreed = "" });
            }

            var log = await worker.GetFromJsonAsync<JsonElement>($"/v1/conversations/{customer.Conversation}/log?after=0", Cancel);
            AgentIsSilentWhileAPersonHasIt([.. log.GetProperty("events").EnumerateArray()]);
        });
    }

    private static void AgentIsSilentWhileAPersonHasIt(List<JsonElement> events)
    {
        var isHeld = false;
        var stretches = 0;
        foreach (var type in events.Select(item => item.GetProperty("type").GetString()!.Split('.')[0]))
        {
            if (type == "worker-took-over") isHeld = true;
            if (type == "given-back") (isHeld, stretches) = (false, stretches + 1);
            if (type == "agent-replied") Assert.False(isHeld, "The agent spoke while a worker had the conversation.");
        }

        Assert.Equal(Rounds, stretches);
    }

    private static async Task ActAsync(HttpClient worker, CustomerClient customer, string act, object body)
    {
        using var answer = await worker.PostAsJsonAsync($"/v1/conversations/{customer.Conversation}/{act}", body, Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{act}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    private static async Task<string> KeyAsync(BatonServer server)
    {
        var output = await BatonServer.RunAsync(
            ["keys", "create", "takeovers", "--scope", "conversations:read", "conversations:act", "--worker", "wanda@baton.example", $"--Journal:DataFolder={server.DataFolder}"], Cancel);
        return output.Split((char[])[' ', '\n', '\r', '.', ','], StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("bk_", StringComparison.Ordinal));
    }
}
