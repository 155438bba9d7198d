using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Web;

/// <summary>Signs a delivery, so that the receiver knows that Baton sent it and when.</summary>
internal static class WebhookSignature
{
    public const string Header = "Baton-Signature";
    public const string DeliveryHeader = "Baton-Delivery";

    /// <summary>The header's value: <c>t=&lt;unix seconds&gt;,v1=&lt;hex of HMAC-SHA-256 over "t.body" with the secret's characters&gt;</c>.</summary>
    public static string Of(string secret, DateTimeOffset at, string body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(mac)}";
    }
}
