namespace Baton.Web;

internal static class LocalAddress
{
    /// <summary>The address when it lies on this server, else the wall: a sign-in never leads elsewhere.</summary>
    public static string Or(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.Contains('\\', StringComparison.Ordinal) && !returnUrl.Any(char.IsControl)
            ? returnUrl
            : "/console";
}
