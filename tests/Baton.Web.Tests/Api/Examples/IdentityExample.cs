using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Baton.Web.Tests;

public static class BatonIdentity
{
    public static string Token(string secret, string customerId, string name, string email, DateTime now) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Audience = "baton",
            IssuedAt = now,
            Expires = now.AddMinutes(30),
            Claims = new Dictionary<string, object> { ["sub"] = customerId, ["name"] = name, ["email"] = email },
            SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), "HS256"),
        });
}
