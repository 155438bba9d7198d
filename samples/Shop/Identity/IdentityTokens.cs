using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shop;

/// <summary>Signs who the customer is, so that Baton can believe it. This is all that a shop of your own needs to do.</summary>
public sealed class IdentityTokens
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(30);
    private readonly ShopDatabase _database;
    private readonly TimeProvider _time;
    private readonly SigningCredentials _signing;

    internal IdentityTokens(ShopDatabase database, ShopOptions options, TimeProvider time)
    {
        _database = database;
        _time = time;
        _signing = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.IdentitySecret)), SecurityAlgorithms.HmacSha256);
    }

    /// <summary>A token for a customer of the shop, good for half an hour; null when there is no such customer.</summary>
    public string? For(string customerId) =>
        _database.Read(session => session.Find(customerId)) is { } customer ? Sign(customer) : null;

    /// <summary>The same for somebody who only plays the customer, and is called so: "Ada (simulated)".</summary>
    public string? ForSimulated(string customerId) =>
        _database.Read(session => session.Find(customerId)) is { } customer
            ? Sign(customer with { Name = customer.Name.Split(' ')[0] + " (simulated)" })
            : null;

    private string Sign(Customer customer)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new("sub", customer.Id), new("name", customer.Name), new("email", customer.Email)]),
            Audience = "baton",
            IssuedAt = now,
            Expires = now + _lifetime,
            SigningCredentials = _signing,
        });
    }
}

internal sealed record IdentityTokenAnswer(string Token);
