using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Baton.Web;

/// <summary>Secrets that deliveries are signed with: shown once, kept encrypted.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Baton.WebhookSecret.v1");

    public (string Secret, string Protected) Make()
    {
        var secret = "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (secret, protector.Protect(secret));
    }

    /// <summary>The secret; null when the keys that protected it are gone.</summary>
    public string? Open(string guarded)
    {
        try
        {
            return protector.Unprotect(guarded);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
