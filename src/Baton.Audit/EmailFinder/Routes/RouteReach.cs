namespace Baton.Audit;

/// <summary>Says of each route whether it can be used, as far as that shows without using it.</summary>
internal static class RouteReach
{
    public static Route Judge(Route route, IReadOnlyDictionary<string, MailDomain> domains) => route.Kind switch
    {
        RouteKind.Email when domains.TryGetValue(AddressSyntax.Domain(route.Target), out var domain) => route with { Reach = domain.Reach, Why = domain.Why },
        RouteKind.Phone => PhoneNumbersReader.Valid(route.Target, "ZZ") is not null
            ? route with { Reach = Reachability.Open, Why = "The numbering plan knows the number. Nobody called it." }
            : route with { Reach = Reachability.Unknown, Why = "The number has no country code or is not in the numbering plan as written." },
        RouteKind.Form => route with { Reach = Reachability.Unknown, Why = "Forms are never sent in a scan." },
        RouteKind.Chat => route with { Reach = Reachability.Unknown, Why = "The page loads the chat; nobody wrote to it." },
        RouteKind.Post => route with { Reach = Reachability.Unknown, Why = "Whether post arrives cannot be told from outside." },
        RouteKind.SecurityTxt => route with { Reach = Reachability.Open, Why = "The file was fetched." },
        _ => route with { Reach = Reachability.Unknown, Why = "Other networks are not visited." },
    };
}
