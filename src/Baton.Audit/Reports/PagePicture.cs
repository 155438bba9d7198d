namespace Baton.Audit;

/// <summary>A picture of a page that findings quote, in the run's folder under <c>pictures/</c>.</summary>
/// <param name="Url">The page.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Sha256">SHA-256 of the PNG file, which is named by it.</param>
public sealed record PagePicture(Uri Url, DateTimeOffset At, string Sha256)
{
    internal const string Folder = "pictures";

    internal string File => Sha256 + ".png";
}
