namespace Shop;

/// <summary>Who looks at the page: a customer, or a guest.</summary>
internal sealed class Visit(IHttpContextAccessor http, ShopDatabase database, IdentityTokens tokens, ShopOptions options)
{
    private readonly Lazy<Customer?> _customer = new(() =>
        http.HttpContext?.User.FindFirst(SignIn.CustomerClaim)?.Value is { } id ? database.Read(session => session.Find(id)) : null);

    public Customer? Customer => _customer.Value;

    public string? IdentityToken => Customer is { } customer ? tokens.For(customer.Id) : null;

    public string WidgetScript => options.BatonUrl.TrimEnd('/') + "/widget/baton.js";

    public string Path => http.HttpContext?.Request.Path.Value ?? "/";
}
