using System.Text;
using Baton.Testing;

namespace Baton.Web.Tests;

public sealed class EnginesTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_conversation_with_its_token_key_file_and_webhook_outlives_a_restart(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("baton-engine-");
        var settings = new Dictionary<string, string?>
        {
            ["Journal:Engine"] = engine,
            ["Journal:ConnectionString"] = engine == "PostgreSql" ? await PostgresServer.CreateDatabaseAsync() : null,
            ["Web:Webhooks:AllowPrivateNetworks"] = "true",
            ["Web:RateLimits:Enabled"] = "false",
        };
        Opened opened;
        string key, webhook, file;
        await using (var server = await ApiServer.StartAsync(settings, kept: folder))
        {
            key = await server.KeyAsync("Mia");
            webhook = (await server.PostAsync("/v1/webhooks", key, """{"url":"http://127.0.0.1:9/hook","events":["customer-wrote"]}""")).Json.GetProperty("id").GetString()!;
            opened = await server.OpenAsync(new { identity = BatonIdentity.Token(ApiServer.Secret, "ada", "Ada", "ada@example.com", TimeProvider.System.GetUtcNow().UtcDateTime) });
            var uploaded = await server.PostAsync(opened.Path("attachments"), opened.Token, new MultipartFormDataContent { { new ByteArrayContent("a,b"u8.ToArray()), "file", "list.csv" } });
            Assert.Equal(201, uploaded.Status);
            file = uploaded.Json.GetProperty("id").GetString()!;
            Assert.Equal(201, (await server.PostAsync(opened.Path("messages"), opened.Token, $$"""{"id":"m-1","text":"Grüße 📦","attachments":["{{file}}"]}""")).Status);
            Assert.Equal(202, (await server.PostAsync(opened.Path("person"), opened.Token)).Status);
        }

        await using (var server = await ApiServer.StartAsync(settings, kept: folder))
        {
            var again = await server.PostAsync(opened.Path("messages"), opened.Token, """{"id":"m-1","text":"Grüße 📦"}""");
            Assert.True(again.Json.GetProperty("repeat").GetBoolean());
            Assert.Equal("a,b", Encoding.UTF8.GetString((await server.GetAsync(opened.Path($"attachments/{file}"), opened.Token)).Bytes));
            var found = (await server.GetAsync("/v1/conversations?holder=queue&customer=ada&q=gr%C3%BC%C3%9Fe", key)).Json.GetProperty("conversations").EnumerateArray();
            Assert.Equal(opened.Conversation, Assert.Single(found).GetProperty("id").GetString());
            Assert.Equal(200, (await server.PostAsync(opened.Path("claim"), key)).Status);
            Assert.Equal(201, (await server.PostAsync(opened.Path("replies"), key, """{"id":"r-1","text":"Hello Ada"}""")).Status);
            Assert.Contains("Hello Ada", (await server.GetAsync(opened.Path("transcript"), opened.Token)).Text, StringComparison.Ordinal);

            // Nobody listens at port 9: the delivery is put out once, tried, and waits.
            var deliveries = (await server.GetAsync($"/v1/webhooks/{webhook}/deliveries", key)).Json.GetProperty("deliveries").EnumerateArray().ToList();
            while (deliveries.Count == 0 || deliveries[0].GetProperty("attempts").GetInt32() == 0)
                deliveries = [.. (await server.GetAsync($"/v1/webhooks/{webhook}/deliveries", key)).Json.GetProperty("deliveries").EnumerateArray()];
            Assert.Equal("waiting", Assert.Single(deliveries).GetProperty("state").GetString());
        }

        folder.Delete(recursive: true);
    }
}
