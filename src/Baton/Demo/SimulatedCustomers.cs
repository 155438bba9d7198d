using System.Text.Json;

namespace Baton;

/// <summary>
/// Plays customers, so that a demo's console is alive. Each of its <see cref="SimulatedCustomersOptions.Count"/> places has one
/// conversation at a time; when it ends, somebody else comes. They use the public HTTP API and know nothing that it does not tell.
/// </summary>
internal sealed partial class SimulatedCustomers(
    SimulatedCustomersOptions options, IHttpClientFactory clients, TimeProvider time, ILogger<SimulatedCustomers> logger) : BackgroundService
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "simulated-customers";

    private static readonly TimeSpan _betweenArrivals = TimeSpan.FromSeconds(4);
    private readonly SimulatedCast _cast = new(options.Seed);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Count).Select(place => FillAsync(place, stoppingToken)));

    // People do not all come at once, and nobody sits down in a chair that is still warm.
    private async Task FillAsync(int place, CancellationToken stop)
    {
        try
        {
            await Task.Delay(_betweenArrivals * place, time, stop);
            while (true)
            {
                var (script, random) = _cast.Next();
                for (var next = script; next is not null; next = next.Again)
                {
                    await VisitAsync(next, random, stop);
                    await Task.Delay(TimeSpan.FromSeconds(random.Next(5, 25)), time, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends, and so do they.
        }
    }

    private async Task VisitAsync(SimulatedScript script, Random random, CancellationToken stop)
    {
        try
        {
            var identity = script.Customer is { } customer ? options.IdentityTokenFor(customer) : null;
            var client = new SimulatedClient(clients.CreateClient(ClientName), options.Api, time);
            var end = await new SimulatedVisit(client, script, random, time).RunAsync(identity, stop);
            LogVisited(script.Name, end);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException)
        {
            LogUnreachable(script.Name, error.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Simulated customer '{Script}' ended: {End}")]
    private partial void LogVisited(string script, string end);

    [LoggerMessage(LogLevel.Information, "Simulated customer '{Script}' went away because of the service: {Reason}")]
    private partial void LogUnreachable(string script, string reason);
}

/// <summary>Registration of <see cref="SimulatedCustomers"/>.</summary>
internal static class SimulatedCustomersRegistration
{
    /// <summary>From the program's start on, simulated customers write through the public HTTP API.</summary>
    public static IServiceCollection AddSimulatedCustomers(this IServiceCollection services, SimulatedCustomersOptions options)
    {
        if (options.Count < 0)
            throw new ArgumentException($"There cannot be {options.Count} simulated customers.", nameof(options));
        // An event stream stays open as long as the conversation.
        services.AddHttpClient(SimulatedCustomers.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton(options);
        return services.AddHostedService<SimulatedCustomers>();
    }
}
