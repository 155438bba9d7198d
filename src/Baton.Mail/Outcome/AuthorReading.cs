using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Who wrote a letter that is neither a report nor an automatic answer.</summary>
internal static class AuthorReading
{
    private const int FewWords = 1;

    private static readonly Regex _programs = Patterns.Compile(
        @"(thunderbird|mozilla|outlook|apple mail|iphone mail|ipad mail|mutt|kmail|pine|evolution|ximian|eudora|gnus|the bat|exmh|\belm\b|\bvm\b|mew|wanderlust|sylpheed|claws|squirrelmail|roundcube|horde|\bimp\b|zimbra|lotus notes|yahoomail|aol|gmx|hotmail|internet mail service|forte agent|pegasus|becky|foxmail|spark|airmail|postbox|emclient|k-9|betterbird|entourage|mh-e|nmh|balsa|webmail|messenger|calypso|mulberry|cyrusoft|opera|netscape|qualcomm|turnpike|emacs|geary|protonmail|apple-mail|zoho)");

    private static readonly Regex _role = Patterns.Compile(@"^(info|support|service|services|help|helpdesk|contact|kontakt|hello|sales|office|team|customer|customerservice|care|kundenservice|kundendienst|admin|webmaster|news|newsletter|marketing|notification|notifications|notify|alert|alerts|billing|orders|order|mailer|system|robot|bot|noreply|no-reply)\b");

    private static readonly Regex _answerSubject = Patterns.Compile(@"^\s*(re|aw|sv|vs|rv|ref|rif|odp|antw|antwort|res|回复|答复|回覆|转发|fw|fwd|wg|tr|rv)(\[\d+\]|\(\d+\))?\s?[:：]");
    private static readonly Regex _salutation = Patterns.Compile(@"^(\s*)(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|guten (tag|morgen)|liebe[rs]?|sehr geehrte|moin|bonjour|bonsoir|cher|chere|salut|hola|estimad|querid|buenos|buenas|ciao|buongiorno|gentile|ola|prezad|beste|geachte|hej|您好|你好|尊敬|亲爱)");

    public static Outcome Read(Letter letter, LetterWords words, AutomaticSigns signs)
    {
        var evidence = new List<Evidence>();
        var length = LetterWords.Words(words.New.Text);
        var person = Person(letter, words, signs, evidence);
        var isAnswer = IsAnswer(letter, words);
        if (signs.Sure is not null)
            return Program(words, signs, evidence, words.HumanCues.Count > 1 ? 0.6 : 0.85);
        if (words.UnreadMailbox is { } unread && (words.Automatic is not null || signs.IsNoReplyAddress || signs.HasNullPath || length < 80))
            return Program(words, signs, [words.Quote(unread, "says that nobody reads this mailbox")], 0.85);
        if (words.Automatic is { } automatic && person < 3)
            return Program(words, signs, [words.Quote(automatic, "says that a program wrote it")], 0.8);
        if (length < FewWords && letter.Attachments.Count == 0)
            return new Outcome(OutcomeKind.CouldNotTell, 0.4, LetterAuthor.Unknown, [new Evidence("text", "", "there is no new text")]);
        if (signs.IsGenerated || signs.HasNullPath || signs.IsNoReplyAddress)
            return Generated(words, signs, isAnswer, length);
        if (person >= 3)
            return new Outcome(OutcomeKind.HumanReply, Math.Min(0.95, 0.5 + (0.1 * person)), LetterAuthor.Person, evidence);
        if (signs is { IsBulk: true, IsDiscussion: false } && words.Newsletter is { } newsletter && !isAnswer)
            return Program(words, signs, [words.Quote(newsletter, "the words of a newsletter")], 0.75);
        if (isAnswer || person >= 2)
            return new Outcome(OutcomeKind.SubstantiveReply, isAnswer ? 0.7 : 0.5, LetterAuthor.Unknown, evidence);
        evidence.Add(new Evidence("text", "", "nothing shows who wrote it, nor that it answers anything"));
        return new Outcome(OutcomeKind.CouldNotTell, 0.4, LetterAuthor.Unknown, evidence);
    }

    /// <summary>Help desks put "auto-generated" on what their people write, so what it says decides.</summary>
    private static Outcome Generated(LetterWords words, AutomaticSigns signs, bool isAnswer, int length)
    {
        var evidence = new List<Evidence>(signs.Helping);
        if (signs.IsNoReplyAddress)
            evidence.Add(new Evidence("From", "no-reply", "an address that takes no letters"));
        if (words.Notification is { } notification && words.HumanCues.Count == 0)
            return new Outcome(OutcomeKind.MachineReply, 0.8, LetterAuthor.Program, [words.Quote(notification, "the words of a notification"), .. evidence]);
        if ((words.HumanCues.Count > 0 || isAnswer) && length >= 8)
        {
            evidence.AddRange(words.HumanCues.Take(2).Select(cue => new Evidence("text", words.New.Quote(cue.Start, cue.Length), "says something on the matter")));
            return new Outcome(OutcomeKind.SubstantiveReply, words.HumanCues.Count > 0 ? 0.65 : 0.5, LetterAuthor.Unknown, evidence);
        }

        return new Outcome(OutcomeKind.MachineReply, 0.65, LetterAuthor.Program, evidence);
    }

    private static Outcome Program(LetterWords words, AutomaticSigns signs, List<Evidence> evidence, double confidence)
    {
        if (words.Automatic is { } automatic && evidence.Count == 0)
            evidence.Add(words.Quote(automatic, "says that a program wrote it"));
        AnsweringReading.AddSigns(evidence, signs);
        return new Outcome(OutcomeKind.MachineReply, confidence, LetterAuthor.Program, evidence);
    }

    private static bool IsAnswer(Letter letter, LetterWords words) =>
        letter.InReplyTo.Count > 0 || letter.References.Count > 0 || _answerSubject.IsMatch(words.Subject.Text) || words.Folded.Quoted.Length > 0;

    private static double Person(Letter letter, LetterWords words, AutomaticSigns signs, List<Evidence> evidence)
    {
        var score = 0.0;
        if (letter.InReplyTo.Count > 0 || letter.References.Count > 0)
            score += Add(evidence, 1, "In-Reply-To", letter.InReplyTo.Concat(letter.References).First(), "answers a letter");
        else if (_answerSubject.IsMatch(words.Subject.Text))
            score += Add(evidence, 0.5, "Subject", letter.Subject, "answers a letter");
        if (words.Folded.Quoted.Length > 0)
            score += Add(evidence, 1, "text", FirstLine(words.Folded.Quoted), "quotes what it answers");
        if ((letter.Header("User-Agent") ?? letter.Header("X-Mailer")) is { } program && _programs.IsMatch(CueText.Of(program)))
            score += Add(evidence, 2, letter.Header("User-Agent") is null ? "X-Mailer" : "User-Agent", program, "a program that people write with");
        if (letter.From.Count == 1 && IsPersonal(letter.From[0]))
            score += Add(evidence, 1, "From", letter.From[0].Name.Length > 0 ? letter.From[0].Name : letter.From[0].Address, "a person's name");
        if (words.Folded.Signature.Length > 0)
            score += Add(evidence, 0.75, "text", FirstLine(words.Folded.Signature), "is signed");
        if (_salutation.IsMatch(words.New.Text))
            score += 0.25;
        if (words.HumanCues.Count > 0)
            score += Add(evidence, 0.75, "text", words.New.Quote(words.HumanCues[0].Start, words.HumanCues[0].Length), "speaks to the matter");
        if (signs is { IsBulk: true, IsDiscussion: false } && words.Newsletter is not null && words.Folded.Quoted.Length == 0)
            score -= 1.5;
        if (letter.From.Count > 0 && _role.IsMatch(letter.From[0].Address.ToLowerInvariant()))
            score -= 0.75;
        return score;
    }

    private static double Add(List<Evidence> evidence, double weight, string where, string quote, string says)
    {
        evidence.Add(new Evidence(where, quote, says));
        return weight;
    }

    private static bool IsPersonal(LetterAddress from)
    {
        var words = from.Name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && words.All(word => word.Length > 0 && (char.IsUpper(word[0]) || word[0] > '\u2E80')) && !from.Name.Any(char.IsDigit) && !_role.IsMatch(words[0].ToLowerInvariant()) && !_role.IsMatch(words[^1].ToLowerInvariant());
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
