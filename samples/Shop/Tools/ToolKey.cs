using System.Security.Cryptography;
using System.Text;

namespace Shop;

/// <summary>Lets nobody near the tools without the key.</summary>
internal sealed class ToolKey(ShopOptions options)
{
    private readonly byte[] _expected = Hash("Bearer " + options.Key);

    public async Task Check(HttpContext context, RequestDelegate next)
    {
        if (IsRight(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
    }

    // Hashes of one length, compared in constant time: the wait tells nothing about the key.
    private bool IsRight(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(Hash(context.Request.Headers.Authorization.ToString()), _expected);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
