namespace Shop;

/// <summary>What every answer says to browsers: nothing from anywhere but the shop and Baton.</summary>
internal static class PageHeaders
{
    public static Func<HttpContext, RequestDelegate, Task> For(ShopOptions options)
    {
        var baton = new Uri(options.BatonUrl).GetLeftPart(UriPartial.Authority);
        var policy = string.Join("; ",
            "default-src 'none'",
            $"script-src 'self' {baton}",
            "style-src 'self'",
            "img-src 'self'",
            $"connect-src 'self' {baton}",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
        return (http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(http);
        };
    }
}
