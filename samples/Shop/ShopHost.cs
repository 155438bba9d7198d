namespace Shop;

/// <summary>Builds the sample shop: its website at <c>/</c> and its tools at <c>/mcp</c>.</summary>
public static class ShopHost
{
    private static readonly IEnumerable<Type> _tools =
    [
        typeof(ListOrders), typeof(GetOrder), typeof(CancelOrder), typeof(ChangeAddress), typeof(CreateReturn),
        typeof(RefundOrder), typeof(SendInvoice), typeof(FindProducts), typeof(GetCustomer),
    ];

    /// <summary>
    /// A shop that is ready to start; its database is there and filled when this returns. Its services have
    /// <see cref="ShopFaults"/> (break tools on purpose) and <see cref="IdentityTokens"/> (sign who a customer is).
    /// </summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is.</exception>
    public static WebApplication Build(ShopOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));

        // Empty: no command line, settings file or environment of a program that hosts the shop beside itself is read.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Shop", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // Keys beside the demo's database are not encrypted, and it warns of that at every start.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddRouting();

        var database = new ShopDatabase(options, time);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(time)
            .AddSingleton(database)
            .AddSingleton(new IdentityTokens(database, options, time))
            .AddSingleton<ShopFaults>()
            .AddSingleton<ToolDesk>()
            .AddSingleton<ToolKey>();
        builder.Services
            .AddMcpServer(server => server.ServerInfo = new() { Name = "fjord-and-field", Title = "Fjord & Field", Version = "1.0" })
            .WithHttpTransport()
            .WithRequestFilters(filters => filters.AddCallToolFilter(ToolFilters.WithFaults).AddCallToolFilter(ToolFilters.WithArgumentErrors))
            .WithTools(_tools, ToolJson.Options);
        Website.AddServices(builder.Services, options);

        var app = builder.Build();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase),
            tools => tools.Use(tools.ApplicationServices.GetRequiredService<ToolKey>().Check));
        Website.Map(app);
        app.MapMcp("/mcp");
        return app;
    }
}
