using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Shop.Tests;

public sealed class SeedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_shops_filled_at_the_same_time_are_the_same()
    {
        var now = new DateTimeOffset(2026, 3, 1, 0, 10, 0, TimeSpan.Zero);

        Assert.Equal(await FilledAsync("one.db", now), await FilledAsync("two.db", now));
    }

    [Fact]
    public async Task The_dates_follow_the_clock_and_nothing_else_does()
    {
        var march = await FilledAsync("march.db", new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero));
        var april = await FilledAsync("april.db", new DateTimeOffset(2026, 4, 20, 12, 0, 0, TimeSpan.Zero));

        Assert.Contains("2026-03-19T10:00:00Z", march, StringComparison.Ordinal);
        Assert.Contains("2026-04-19T10:00:00Z", april, StringComparison.Ordinal);
        Assert.Equal(march.Split('\n').Length, april.Split('\n').Length);
    }

    [Fact]
    public async Task A_shop_that_is_there_already_is_left_as_it_is()
    {
        var first = await FilledAsync("shop.db", new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(first, await FilledAsync("shop.db", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    private async Task<string> FilledAsync(string file, DateTimeOffset now)
    {
        var path = Path.Combine(_folder, file);
        await using (ShopHost.Build(new ShopOptions { DatabasePath = path }, new FakeTimeProvider(now)))
        {
        }

        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var all = new StringBuilder();
        foreach (var table in new[] { "customers", "products", "orders", "items", "shipments", "invoices", "returns", "refunds" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT * FROM " + table;
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    all.Append(reader.GetValue(column)).Append('|');
                all.Append('\n');
            }
        }

        return all.ToString();
    }
}
