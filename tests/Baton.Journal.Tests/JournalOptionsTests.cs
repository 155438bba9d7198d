using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Baton.Journal.Tests;

public sealed class JournalOptionsTests
{
    [Theory]
    [InlineData("Journal:Engine=PostgreSql", "Journal:ConnectionString is empty")]
    [InlineData("Journal:Engine=PostgreSql;Journal:ConnectionString=Database~baton", "names no Host")]
    [InlineData("Journal:Engine=PostgreSql;Journal:ConnectionString=nonsense", "cannot be read")]
    [InlineData("Journal:Engine=7", "Sqlite or PostgreSql")]
    [InlineData("Journal:DataFolder= ", "Journal:DataFolder is empty")]
    [InlineData("Journal:CommitBatch=0", "between 1 and 10000")]
    [InlineData("Journal:CommitBatch=500;Journal:QueueCapacity=100", "Journal:QueueCapacity is 100, less than Journal:CommitBatch, 500")]
    public async Task A_mistake_in_the_configuration_stops_the_start_and_says_what_to_do(string settings, string says)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_no_password_with_them()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Journal:Engine=PostgreSql;Journal:ConnectionString=Password~secret~x;Journal:CommitBatch=0"));
        Assert.Equal(2, error.Failures.Count());
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(string settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Split(';').Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1].Replace('~', '='))));
        builder.Services.AddJournal(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
    }
}
