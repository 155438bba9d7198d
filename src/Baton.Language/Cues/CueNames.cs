namespace Baton.Language;

/// <summary>The sections of the command cue files.</summary>
internal static class CueNames
{
    public const string Person = "person";
    public const string NoPerson = "no-person";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unsure = "unsure";
    public const string But = "but";
    public const string Stop = "stop";
    public const string Reject = "reject";
    public const string Again = "again";
    public const string Greet = "greet";
    public const string Pleasantry = "pleasantry";
    public const string Thank = "thank";
    public const string Leave = "leave";
    public const string Correction = "correction";
    public const string AnythingElse = "anything-else";
}
