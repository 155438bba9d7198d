namespace Baton.Audit;

/// <summary>What a route is for: its name says most, the pages it stands on say the rest.</summary>
internal static class RoutePurposes
{
    public static RoutePurpose Of(RouteKind kind, string target, IReadOnlyList<Appearance> appearances)
    {
        if (kind == RouteKind.SecurityTxt || appearances.All(one => one.Page.AbsolutePath == "/.well-known/security.txt")) return RoutePurpose.Security;
        if (kind == RouteKind.Email)
        {
            var local = AddressSyntax.Local(target);
            if (RoleNames.PurposeOf(local) is { } named) return Named(named);
            return ByPage(appearances) ?? (IsPerson(local) ? RoutePurpose.Person : RoutePurpose.General);
        }
        return ByPage(appearances) ?? RoutePurpose.General;
    }

    private static RoutePurpose Named(string purpose) => purpose switch
    {
        "no-reply" => RoutePurpose.NoReply,
        _ => Enum.Parse<RoutePurpose>(purpose, ignoreCase: true),
    };

    // A route that stands on one special page only is for what that page is for.
    private static RoutePurpose? ByPage(IReadOnlyList<Appearance> appearances) => appearances.Select(one => one.Kind).Distinct().ToList() is [var only]
        ? only switch
        {
            PageKind.Privacy => RoutePurpose.Privacy,
            PageKind.Press => RoutePurpose.Press,
            PageKind.Complaints => RoutePurpose.Complaints,
            PageKind.Accessibility => RoutePurpose.Accessibility,
            PageKind.Careers => RoutePurpose.Jobs,
            PageKind.Help => RoutePurpose.Support,
            _ => null,
        }
        : null;

    private static bool IsPerson(string local) => local.Split('.', '_') is { Length: 2 or 3 } parts && parts.All(part => part.Length > 0 && part.All(char.IsLetter));
}
