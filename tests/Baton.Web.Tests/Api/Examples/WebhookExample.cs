using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Baton.Web.Tests;

public sealed class BatonWebhook(string secret)
{
    private readonly HashSet<string> seen = []; // in production a table with a unique key, kept for two days

    public string Check(string header, string body, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[^1]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"));
        if (!CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(parts["v1"]))) return "forged";
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts["t"], CultureInfo.InvariantCulture));
        if ((now - sent).Duration() > TimeSpan.FromMinutes(5)) return "old";
        return seen.Add(JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!) ? "new" : "repeated";
    }
}
