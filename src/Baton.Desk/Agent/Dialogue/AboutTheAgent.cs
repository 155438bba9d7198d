using System.Text.RegularExpressions;

namespace Baton.Desk;

/// <summary>"Are you a bot?" is always answered truthfully, whatever the interpreter makes of it.</summary>
internal static partial class AboutTheAgent
{
    public static bool IsAsked(string text) => text.Length < 500 && Question().IsMatch(text);

    [GeneratedRegex(
        @"\bare (you|u) (an? |really |even |just |some )*(real|human|person|bot|robot|chat ?bot|machine|ai)\b|\b(am i|i'm) (talking|speaking|chatting) (to|with) an? (real|human|person|bot|robot|machine|ai)\b" +
        @"|\b(sind sie|bist du) (ein |eine |echt |wirklich )*(mensch|bot|roboter|maschine|ki)\b|\beres (un |una )?(humano|persona|bot|robot|m[aá]quina|ia)\b" +
        @"|\b([eê]tes[- ]vous|es[- ]tu|t'es) (un |une )?(humain|vraie personne|bot|robot|machine|ia)\b|你是(机器人|真人|人工智能|AI|人吗)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();
}
