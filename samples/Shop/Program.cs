namespace Shop;

/// <summary>Runs the shop alone: <c>dotnet run --project samples/Shop</c>.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        var options = configuration.GetSection("Shop").Get<ShopOptions>() ?? new ShopOptions();

        if (options.Problems() is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            Environment.ExitCode = 1;
            return;
        }

        await using var app = ShopHost.Build(options, TimeProvider.System);
        await app.StartAsync();
        Console.WriteLine($"Fjord & Field is open at {string.Join(", ", app.Urls)}; its tools are at /mcp. Ctrl+C closes it.");
        await app.WaitForShutdownAsync();
    }
}
