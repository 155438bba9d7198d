namespace Baton.Desk;

/// <summary>Teams are names: they come to be by being used.</summary>
public static class Team
{
    /// <summary>The team of conversations that name none.</summary>
    public const string Default = "default";
}
