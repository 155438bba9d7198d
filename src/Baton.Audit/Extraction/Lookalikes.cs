using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Tells what merely looks like an address in text: file names, versions, handles, message ids, hosts of other protocols.</summary>
internal static partial class Lookalikes
{
    /// <summary>Why something in a text is no address; <see langword="null"/> when it may be one.</summary>
    public static string? Of(string text, int start, int end, string local, string domain)
    {
        var before = text[Math.Max(0, start - 60)..start];
        var after = text[end..Math.Min(text.Length, end + 40)];
        var line = before[(before.LastIndexOf('\n') + 1)..];
        return OfNames(local, domain) ?? OfSurroundings(line, after, local, domain);
    }

    /// <summary>What the names themselves show.</summary>
    public static string? OfNames(string local, string domain)
    {
        var first = domain[..domain.IndexOf('.', StringComparison.Ordinal)];
        if (Scale().IsMatch(first)) return "a picture's size";
        if (Version().IsMatch(first) && FileLike().IsMatch(domain) && (first.Any(char.IsAsciiDigit) || !RoleNames.IsRole(local))) return "a file or package version";
        if (Version().IsMatch(domain) || NumberedDomain().IsMatch(domain)) return "a version";
        if (LongHex().IsMatch(local)) return "a key of a reporting service";
        if (LogObject().IsMatch(local) && HexStart().IsMatch(first)) return "an object in a log";
        if (local.Length <= 2 && local.All(char.IsAsciiDigit)) return "a number";
        if (CodeUser().IsMatch(local) && CodeHost().IsMatch(domain)) return "a source repository";
        if (MachineDomain().IsMatch(domain)) return "an identifier of a service";
        if (domain == "mail.gmail.com" || MessageId().IsMatch(local)) return "a message id";
        return IsReturnPath(local) ? "a return path for bounces" : null;
    }

    /// <summary>Whether a local part carries another address for the case that a mail comes back.</summary>
    public static bool IsReturnPath(string local) => Bounce().IsMatch(local);

    private static string? OfSurroundings(string before, string after, string local, string domain)
    {
        if (before.EndsWith('@')) return "a handle in a federated network";
        if (before.EndsWith('/') && !MailLabelSlash().IsMatch(before)) return "part of a path";
        if (before.EndsWith(':') && Protocol().IsMatch(before)) return "an address of another protocol";
        if (Address().IsMatch(before)) return "part of a web address";
        if (Command().IsMatch(before)) return "a command's argument";
        if (MessageHeader().IsMatch(before)) return "a message id";
        if (OtherNetwork().IsMatch(before)) return "an address of another network";
        if (ChatRoom().IsMatch(domain) && after.StartsWith('/')) return "a room of a chat";
        if (RemotePath().IsMatch(after) && (CodeUser().IsMatch(local) || after.StartsWith(":/", StringComparison.Ordinal) || after.StartsWith(":~", StringComparison.Ordinal) || after.Contains(".git", StringComparison.Ordinal))) return "a path on another host";
        if (Block().IsMatch(after)) return "a rule of a style sheet";
        if (after.StartsWith('@')) return "part of something longer";
        if (after.StartsWith('/') && !AfterSlash().IsMatch(after)) return "part of a path";
        return before.EndsWith('<') && after.StartsWith('>') && local.Length > 24 && MessageIdInBrackets().IsMatch(local) ? "a message id" : null;
    }

    [GeneratedRegex(@"^\d+(\.\d+)?x$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scale();

    [GeneratedRegex(@"^[v^~]?\d+([.-][\dx]+)*(-(alpha|beta|rc|next|canary|dev|pre)[\d.]*)?$|^(latest|next|canary|beta|alpha|rc|main|master|head|stable|sha256|lts|nightly)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(v?\d+(\.\d+)+\.[a-z]+|sha\d+\..*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedDomain();

    [GeneratedRegex(@"\.(zip|mov|sh|py|pl|rs|md|ps|so|cc|app|ai|bz|gz|in|am|ml|mm|vi|tf|st|pub|cab|bar|box|map|min|info|it|mp|js|css|pkg|name|design|page|new|foo|cat|la|is|id|dev|run)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileLike();

    [GeneratedRegex(@"^(0x)?[0-9a-f]{24,}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongHex();

    [GeneratedRegex(@"^([a-z]\w*\.)*[A-Z][\w$]*$|^([a-z]\w*\.){2,}\w+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogObject();

    [GeneratedRegex(@"^[0-9a-f]*\d[0-9a-f]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HexStart();

    [GeneratedRegex(@"^(git|hg|svn|bzr|cvs|gitolite|gitlab|gitea|forgejo|aur|anonymous|anoncvs|root|ubuntu|ec2-user|pi|deploy|vagrant)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeUser();

    [GeneratedRegex(@"(^|\.)(github|gitlab|bitbucket|codeberg|sourceforge|gitea|heroku|sr|launchpad|savannah|archlinux|code|git|svn|hg|azure|visualstudio|amazonaws)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeHost();

    [GeneratedRegex(@"(^|\.)(sentry\.io|ingest\.[a-z.]*sentry\.io|iam\.gserviceaccount\.com|gserviceaccount\.com|group\.calendar\.google\.com|resource\.calendar\.google\.com|import\.calendar\.google\.com|group\.v\.calendar\.google\.com|users\.noreply\.github\.com|noreply\.github\.com|s\.whatsapp\.net|g\.us|c\.us|broadcast|chat\.facebook\.com|thread\.skype|unq\.gbl\.spaces|phx\.gbl|localdomain|compute\.internal|prod\.outlook\.com|wixpress\.com)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachineDomain();

    [GeneratedRegex(@"^\d{8,14}[.][0-9A-Za-z$.]{5,}|(?i:javamail)|^[0-9a-f]{6,}[.$][0-9a-f]{6,}|^part\d+\.|^image\d{3}\.|^[A-Za-z]{2,4}\+?[A-Za-z0-9]*=[A-Za-z0-9=+_-]{15,}|^\d{14,}$|^[A-Z0-9]{20,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();

    [GeneratedRegex(@"\d.*[A-Za-z].*\d|\$|=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageIdInBrackets();

    [GeneratedRegex(@"^(bounces?|return|verp|prvs|srs[01]|msprvs\d?|b)[-+=].*[=+-].*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bounce();

    [GeneratedRegex(@"\b(acct|xmpp|sips?|cid|mid|ssh|im|skype|matrix|msnim|news|nntp|s?ftps?|rsync|imap|pop3?|smtps?|jabber|h323|stun|turns?|irc|ymsgr|aim|git|svn|postgres|postgresql|mysql|mongodb|redis|amqps?|https?|docker|npm|urn|did|bitcoin|lightning|webcal|gopher|telnet|rdp|vnc|smb)(\+[a-z]+)?:$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Protocol();

    [GeneratedRegex(@"(^|[\s""'(<=])[a-z][a-z0-9+.-]*://\S*$|(^|\s)www\.\S+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(^|[\s$#>;&|`])(ssh|scp|sftp|rsync|mosh|sshfs|autossh|ssh-copy-id|telnet|rlogin|ftp|lftp|psql|mysql|git\s+(clone|remote\s+add\s+\S+|push|pull|fetch)|npm\s+(i|install|add)|yarn\s+add|pnpm\s+add|npx|bunx?|pip3?\s+install|docker\s+(pull|run)|go\s+(get|install)|cargo\s+(install|add)|systemctl\s+\S+|brew\s+install|gem\s+install|dotnet\s+add)\s+((-{1,2}[\w-]+(=\S+)?)\s+|-[pPilLDRo]\s+\S+\s+|\S+\s+){0,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\b(message-?id|in-reply-to|references|content-id|resent-message-id|x-[\w-]*id|return-path|envelope-(from|to)|msgid|uid|guid|x-[\w-]*uid)\s*[:=]?\s*<?[^>\s]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageHeader();

    [GeneratedRegex(@"\b(jabber|xmpp|jid|sip|voip|mastodon|fediverse|matrix|pixelfed|pleroma|misskey|peertube|lemmy|activitypub|bluesky|webfinger|friendica|diaspora|threema|nostr|lightning|ssh|openpgp4fpr|icq|msn|aim)\s*(id|name|adresse|address|handle|account|konto)?\s*(:|=|-|–|→)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherNetwork();

    [GeneratedRegex(@"^(conference|muc|rooms?|chat|jabber|xmpp)\.|\.(jabber|xmpp)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChatRoom();

    [GeneratedRegex(@"^\s*\{", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^:(?=[\w~/.-])(?!\d+(\s|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RemotePath();

    [GeneratedRegex(@"^/\s*(?=[\p{L}\d._-]*(@|\s|$))|^/\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AfterSlash();

    [GeneratedRegex(@"(mail|kontakt|contact|tel|fax|phone|\.\p{L}{2,}|\s)\s*/$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MailLabelSlash();
}
