using System.Net.Http.Headers;
using System.Text;

namespace Baton.Web.Tests;

public sealed class AttachmentTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1a\n rest"u8];

    [Fact]
    public async Task A_file_is_uploaded_sent_and_fetched_only_through_its_own_conversation()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        var other = await server.OpenAsync();

        var uploaded = await UploadAsync(server, opened, "photo of it.png", Png);
        Assert.Equal(201, uploaded.Status);
        var id = uploaded.Json.GetProperty("id").GetString()!;
        Assert.Equal(201, (await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m", text = "", attachments = new[] { id } })).Status);
        (await server.PostAsync(other.Path("messages"), other.Token, new { id = "m", text = "", attachments = new[] { id } })).IsProblem(400, "attachment-not-found");

        var events = (await server.GetAsync(opened.Path("events"), opened.Token)).Json.GetProperty("events").EnumerateArray();
        var sent = events.Single(e => e.TryGetProperty("id", out var own) && own.GetString() == "m").GetProperty("attachments").EnumerateArray().Single();
        Assert.Equal((id, "photo of it.png", "image/png", Png.Length), (sent.GetProperty("id").GetString(), sent.GetProperty("name").GetString(), sent.GetProperty("type").GetString(), sent.GetProperty("size").GetInt32()));

        var file = await server.GetAsync(opened.Path($"attachments/{id}"), opened.Token);
        Assert.Equal(Png, file.Bytes);
        Assert.Equal(("image/png", "inline"), (file.ContentHeaders.ContentType?.MediaType, file.ContentHeaders.ContentDisposition?.DispositionType));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        (await server.GetAsync(other.Path($"attachments/{id}"), other.Token)).IsProblem(404, "attachment-not-found");
        (await server.GetAsync(opened.Path($"attachments/{id}"), other.Token)).IsProblem(404, "conversation-not-found");
        (await server.GetAsync(opened.Path("attachments/..%2f"), opened.Token)).IsProblem(404, "attachment-not-found");
    }

    [Fact]
    public async Task What_is_no_image_is_never_shown_in_the_browser()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        var id = (await UploadAsync(server, opened, "../../page.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"))).Json.GetProperty("id").GetString();

        var file = await server.GetAsync(opened.Path($"attachments/{id}"), opened.Token);

        Assert.Equal(("text/plain", "attachment"), (file.ContentHeaders.ContentType?.MediaType, file.ContentHeaders.ContentDisposition?.DispositionType));
        Assert.Equal("page.html.txt", file.ContentHeaders.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Files_that_are_too_large_of_another_type_missing_or_broken_are_refused()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();

        (await UploadAsync(server, opened, "run.png", "MZ\0\u0001"u8.ToArray())).IsProblem(415, "file-type-not-accepted");
        (await UploadAsync(server, opened, "empty.txt", [])).IsProblem(415, "file-type-not-accepted");
        (await UploadAsync(server, opened, "x.svg", "<svg>\0</svg>"u8.ToArray())).IsProblem(415, "file-type-not-accepted");
        (await UploadAsync(server, opened, "large.png", [.. Png, .. new byte[10 * 1024 * 1024]])).IsProblem(413, "file-too-large");
        (await UploadAsync(server, opened, "huge.png", [.. Png, .. new byte[12 * 1024 * 1024]])).IsProblem(413, "body-too-large");
        (await server.PostAsync(opened.Path("attachments"), opened.Token, new MultipartFormDataContent { { new StringContent("x"), "other" } })).IsProblem(400, "file-missing");
        (await server.PostAsync(opened.Path("attachments"), opened.Token, new { file = "x" })).IsProblem(415, "media-type-not-supported");
        var broken = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"u8.ToArray())
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") },
        };
        (await server.PostAsync(opened.Path("attachments"), opened.Token, broken)).IsProblem(400, "multipart-malformed");
    }

    [Theory]
    [InlineData("a/b\\c.png", "c.png")]
    [InlineData("in\u202evoice\u0007.png", "invoice.png")]
    [InlineData("", "file.png")]
    [InlineData("...", "file.png")]
    [InlineData("photo.exe", "photo.exe.png")]
    [InlineData("PHOTO.PNG", "PHOTO.png")]
    [InlineData("a\"b;c<d>.png", "a_b_c_d_.png")]
    [InlineData("картинка 图.png", "картинка 图.png")]
    public void A_file_name_is_kept_as_far_as_it_is_harmless(string name, string kept) => Assert.Equal(kept, AttachmentTypes.Clean(name, "image/png"));

    private static Task<Answer> UploadAsync(ApiServer server, Opened opened, string name, byte[] content) =>
        server.PostAsync(opened.Path("attachments"), opened.Token, new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } });
}
