using System.Buffers;
using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Reads an address whose at sign or dots are words, stand alone or stand between brackets.</summary>
internal static partial class SpelledAddress
{
    public static TextMatch? Read(string text, int atStart, int atEnd, SignStrength at)
    {
        var before = SkipBack(text, atStart);
        var after = Skip(text, atEnd);
        if (before == 0 || after >= text.Length) return null;

        // "user(nospam)@": what stands between brackets is not part of it.
        var hasTrap = false;
        if (at == SignStrength.Sign && TrapBefore().Match(text[Math.Max(0, before - 40)..before]) is { Success: true } trap)
        {
            before = SkipBack(text, Math.Max(0, before - 40) + trap.Index);
            hasTrap = true;
        }
        // "user@[remove this]host": nor what stands between brackets behind the sign.
        if (at == SignStrength.Sign && TrapAfter().Match(text, after, Math.Min(40, text.Length - after)) is { Success: true } behind)
        {
            after = Skip(text, behind.Index + behind.Length);
            hasTrap = true;
            if (after >= text.Length) return null;
        }
        var (domain, end, dots) = Domain(text, after, at == SignStrength.Capitals, at == SignStrength.Bare && text.AsSpan(atStart, atEnd - atStart).Equals("at", StringComparison.OrdinalIgnoreCase));
        if (domain is null) return null;
        var (local, start, spokenLeft) = Local(text, before, at != SignStrength.Sign || dots > 0);
        if (local.Length == 0) return null;
        if (AddressSyntax.Join(local, domain) is not { } address) return null;
        if (Lookalikes.Of(text, start, end, local, domain.ToLowerInvariant()) is not null) return null;
        // "at com.acme.App.run(" goes on where a domain would end.
        if (at == SignStrength.Bare && end + 1 < text.Length && text[end] is '.' && char.IsLetter(text[end + 1])) return null;

        var evidence = new Evidence(text, start, local, domain, before != atStart || after != atEnd, dots > 0 || spokenLeft || hasTrap)
        {
            IsAmbiguousWord = text.AsSpan(atStart, atEnd - atStart).Equals("at", StringComparison.OrdinalIgnoreCase),
            IsAmbiguous = Ambiguous().IsMatch(text[atStart..atEnd]),
            IsWordJoint = text[atStart] is '-' or '_',
        };
        return IsEnough(at, evidence) ? new(address, Publication.Spelled, start, end) : null;
    }

    private readonly record struct Evidence(string Text, int Start, string Local, string Domain, bool IsSpaced, bool HasSpokenDot)
    {
        /// <summary>The sign's word also means something else in running text.</summary>
        public bool IsAmbiguous { get; init; }

        /// <summary>The sign's word is English "at".</summary>
        public bool IsAmbiguousWord { get; init; }

        /// <summary>The sign's word is held by hyphens or underscores, as in the names of hosts and files.</summary>
        public bool IsWordJoint { get; init; }

        /// <summary>The words just before, on the same line.</summary>
        public string Lead => Text[Math.Max(0, Text.LastIndexOf('\n', Math.Max(0, Start - 1)) + 1)..Start];

        public bool IsLabelled => MailLabel().IsMatch(Lead);

        /// <summary>Stands alone: nothing before it, or punctuation.</summary>
        public bool IsAlone => Lead.Trim().Length == 0 || Lead.TrimEnd().EndsWith(':') || Lead.TrimEnd()[^1] is '(' or '<' or '|' or '•' or '·' or '–' or '-' or ',' or '：' or '→' or '“' or '"';

        public bool IsRole => RoleNames.IsRole(Local);

        /// <summary>Looks like a mailbox rather than a word: a dot, a digit or an underscore inside.</summary>
        public bool IsMailboxLike => Local.AsSpan(1).ContainsAny(MailboxSigns);

        public bool IsPath => Lead.Length > 0 && Lead[^1] is '/' or '\\';
    }

    private static readonly SearchValues<char> MailboxSigns = SearchValues.Create("._0123456789");

    private static bool IsEnough(SignStrength at, Evidence seen)
    {
        if (seen.IsPath || FileName().IsMatch(seen.Domain)) return false;
        if (at == SignStrength.Bracketed) return !seen.IsAmbiguous || !seen.IsSpaced || seen.HasSpokenDot || seen.IsLabelled || seen.IsRole || (seen.IsMailboxLike && seen.IsAlone);
        if (at == SignStrength.Bare && seen.IsAmbiguousWord && FunctionWords().IsMatch(seen.Domain[..seen.Domain.IndexOf('.', StringComparison.Ordinal)])) return false;
        // A sign that touches only what follows is a handle after such words: "via @paper.example".
        if (at == SignStrength.Sign && Leading().IsMatch(seen.Local) && !seen.IsLabelled) return false;
        if (((StopWords().IsMatch(seen.Local) && !(at is SignStrength.Joined or SignStrength.Capitals && seen.HasSpokenDot)) || seen.Local.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) && !seen.IsLabelled) return false;
        return at switch
        {
            SignStrength.Joined => seen.HasSpokenDot || seen.IsLabelled || (seen.IsAlone && (seen.IsRole || !seen.IsWordJoint)),
            SignStrength.Capitals => seen.HasSpokenDot || seen.IsLabelled || seen.IsRole,
            SignStrength.Sign when seen.IsSpaced => seen.HasSpokenDot || seen.IsLabelled || seen.IsMailboxLike || (seen.IsAlone && char.IsLower(seen.Local[0])),
            SignStrength.Sign => seen.HasSpokenDot,
            _ => seen.HasSpokenDot || seen.IsLabelled || seen.IsMailboxLike || (seen.IsRole && seen.IsAlone),
        };
    }

    private static (string? Domain, int End, int Dots) Domain(string text, int place, bool isCapital, bool isBareAt)
    {
        var domain = "";
        var (bestDomain, bestEnd, spoken, bestSpoken) = ((string?)null, 0, 0, 0);
        while (true)
        {
            var end = place;
            while (end < text.Length && (AddressSyntax.IsWord(text[end]) || (text[end] == '-' && end > place))) end++;
            if (end == place || domain.Length > 200) break;
            if (isCapital && text.IndexOf("DOT", place, end - place, StringComparison.Ordinal) is > 0 and var dot) end = dot;
            var label = text[place..end];
            domain += label.TrimEnd('-');
            if (AddressSyntax.IsDomain(domain.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant())) (bestDomain, bestEnd, bestSpoken) = (domain, end, spoken);
            if (label.EndsWith('-')) break;
            var (next, strength) = SpokenSigns.DotAt(text, end);
            if (next < 0 || next >= text.Length) break;
            var isPlainDot = next == end + 1 && strength == SignStrength.Sign && text[end] != '·' && text[end] != '•';
            // A dot and a space end a sentence; a dot between two spaces may be part of a domain that is not whole yet.
            if (strength == SignStrength.Sign && !isPlainDot && (bestDomain is not null || !char.IsWhiteSpace(text[end]) && text[end] == '.' || text[end..next].Contains('\n', StringComparison.Ordinal))) break;
            // "at this point in time" is no address.
            if (strength == SignStrength.Bare && isBareAt && Prose().IsMatch(text[end..next])) break;
            if (bestDomain is not null && isPlainDot && char.IsUpper(text[next]) && !char.IsUpper(text[next - 2])) break;
            if (strength != SignStrength.Sign) spoken++;
            domain += '.';
            place = next;
        }
        return (bestDomain, bestEnd, bestSpoken);
    }

    private static (string Local, int Start, bool HasSpokenDot) Local(string text, int end, bool maySpeak)
    {
        var (start, local, spoken) = (end, "", false);
        while (true)
        {
            var from = start;
            while (from > 0 && (AddressSyntax.IsWord(text[from - 1]) || "._+-%'".Contains(text[from - 1], StringComparison.Ordinal))) from--;
            if (from == start) break;
            var piece = text[from..start];
            local = piece + local;
            start = from;
            if (!maySpeak) break;
            var (dot, strength) = SpokenSigns.DotBefore(text, start);
            if (dot < 1 || strength is SignStrength.Sign or SignStrength.Joined) break;
            var left = SkipBack(text, dot);
            if (left == 0 || !AddressSyntax.IsWord(text[left - 1])) break;
            local = "." + local;
            start = left;
            spoken = true;
        }
        var trimmed = local.TrimStart('.', '-', '+', '\'', '%', '_');
        return (trimmed.TrimEnd('-', '.'), start + (local.Length == end - start ? local.Length - trimmed.Length : 0), spoken);
    }

    private static int Skip(string text, int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place])) place++;
        return place;
    }

    private static int SkipBack(string text, int place)
    {
        while (place > 0 && char.IsWhiteSpace(text[place - 1])) place--;
        return place;
    }

    [GeneratedRegex(@"[\[({<]\s*(no-?spam|remove|remove-?this|delete|entfernen|spam|anti-?spam|kein-?spam)[^\])}>]{0,12}[\])}>]\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrapBefore();

    [GeneratedRegex(@"\G[\[({<]\s*(no-?spam|remove|remove-?this|delete|entfernen|spam|anti-?spam|kein-?spam)[^\])}>]{0,12}[\])}>]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrapAfter();

    [GeneratedRegex(@"(e-?mail|mail|courriel|correo|kontakt|contact|contatto|contato|adresse|address|posta|почта|почты|メール|邮箱|邮件|郵件|이메일|البريد|epost|e-post|sähköposti|poczta|pošta|write\s+to|schreiben\s+sie\s+an|email\s+us|reach\s+(us|me)|✉|📧|\be\s*)[^\n@.]{0,12}[:：=\s]\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MailLabel();

    [GeneratedRegex(@"^\s*(point|period|full\s+stop|fullstop|stip|pika|pont|punt|prick)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prose();

    [GeneratedRegex(@"^\W*(a|æ|e|en|et|ett|ad|bei|chez|where|around|sign|alfa|affe|monkey)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^(the|a|an|our|my|your|his|her|their|its|this|that|these|those|all|least|most|once|last|first|any|some|no|every|each|what|which|one|two)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionWords();

    [GeneratedRegex(@"^(via|by|from|on|with|follow|to|cc|per|von|bei|auf|mit|und|chez|sur|par|avec|et|por|en|con|desde|folgt?|see|like|thanks|photo|foto|image|bild|rt|h/t|ft|feat|jeweils|je|both|alle|chacun|cada)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\.(zip|mov)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(us|me|you|him|her|them|it|is|are|was|were|be|been|look|looking|looked|live|lives|work|works|working|worked|available|find|found|meet|here|there|only|stay|shop|online|visit|one|and|or|not|that|this|directly|more|also|now|arrive|arrived|start|starts|open|aimed|good|better|best|based|hosted|talk|learn|read|see|check|buy|order|sign|ordering|sold|uns|mich|ist|sind|nous|moi|est|all|people|team|events?|party|concert|live|out|up|down|home|back|new|stand|booth|a|the|an|euro|eur|usd|items?|pieces|pcs|stk|stück|kg|each|just|tonight|today|tomorrow|lunch|dinner|breakfast|playing|play|dj|gig)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StopWords();
}
