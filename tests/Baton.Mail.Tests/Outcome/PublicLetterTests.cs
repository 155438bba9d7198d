namespace Baton.Mail.Tests;

/// <summary>Sets that others made. The figures are in docs/mail.md.</summary>
public sealed class PublicLetterTests
{
    [Fact]
    public void Bounces_of_many_mail_systems_are_taken_for_what_they_are()
    {
        var kinds = Classify(PublicData.Folder("bounces"), _ => true);
        var right = kinds.Count(kind => kind is OutcomeKind.Bounced or OutcomeKind.Blocked or OutcomeKind.Delayed or OutcomeKind.Delivered or OutcomeKind.Complaint);
        Assert.True(right >= kinds.Count * 0.97, $"{right} of {kinds.Count}");
    }

    [Fact]
    public void Letters_of_people_are_hardly_ever_taken_for_reports_or_automatic_answers()
    {
        // The whole set holds some true bounces and absences that went to lists: 13 of 3,900 were read by us and are.
        var kinds = Classify(PublicData.Folder("spam-assassin"), name => name.Contains("easy-ham", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal));
        var wrong = kinds.Count(kind => kind is not (OutcomeKind.CouldNotTell or OutcomeKind.HumanReply or OutcomeKind.SubstantiveReply or OutcomeKind.MachineReply));
        Assert.True(kinds.Count > 3000, $"{kinds.Count} letters");
        Assert.True(wrong <= 20, $"{wrong} of {kinds.Count}");
    }

    private static List<OutcomeKind> Classify(string folder, Func<string, bool> wanted) =>
        [.. StoredLetters.Read(folder).Where(stored => wanted(stored.Name)).Select(stored => Outcome.Of(LetterReader.Read(stored.Raw)).Kind)];
}
