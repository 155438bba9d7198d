namespace Baton.Mail.Tests;

/// <summary>Sets that others made, in the folder that BATON_DATA names. They are not part of the repository.</summary>
internal static class PublicData
{
    /// <summary>The set's folder; skips the test when it is not there.</summary>
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("BATON_DATA");
        var folder = Path.Combine(root ?? "", name);
        Assert.SkipUnless(root is not null && Directory.Exists(folder), $"Set BATON_DATA to the folder that holds {name}: see docs/mail.md.");
        return folder;
    }
}
