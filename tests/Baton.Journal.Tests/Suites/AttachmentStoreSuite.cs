using System.Security.Cryptography;

namespace Baton.Journal.Tests;

/// <summary>What every engine's attachment store must do.</summary>
public abstract class AttachmentStoreSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    private IAttachmentStore Store => Node.Attachments;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task A_file_comes_back_as_it_was_also_after_a_restart(int size)
    {
        var (id, content) = (NewId(), RandomNumberGenerator.GetBytes(size));
        var attachment = new AttachmentRef("a1", "Rechnung für Émile 发票.pdf", "application/pdf", size);
        await Store.PutAsync(id, attachment, content, Stop);
        await RestartAsync();
        var kept = await Store.GetAsync(id, "a1", Stop);
        Assert.Equal(attachment, kept?.Attachment);
        Assert.Equal(content, kept?.Content);
    }

    [Fact]
    public async Task Another_conversation_does_not_get_it()
    {
        var id = NewId();
        await Store.PutAsync(id, new("a1", "x.txt", "text/plain", 1), new byte[] { 1 }, Stop);
        Assert.Null(await Store.GetAsync(NewId(), "a1", Stop));
        Assert.Null(await Store.GetAsync(id, "a2", Stop));
    }

    [Fact]
    public async Task A_kept_file_never_changes()
    {
        var id = NewId();
        await Store.PutAsync(id, new("a1", "x.txt", "text/plain", 1), new byte[] { 1 }, Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.PutAsync(id, new("a1", "x.txt", "text/plain", 1), new byte[] { 2 }, Stop));
        Assert.Equal([1], (await Store.GetAsync(id, "a1", Stop))!.Value.Content);
    }

    [Theory]
    [InlineData("x.txt", 2)]
    [InlineData("x\0.txt", 1)]
    public async Task What_cannot_be_kept_as_it_is_is_refused(string name, int size)
    {
        var id = NewId();
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(id, new("a1", name, "text/plain", size), new byte[] { 1 }, Stop));
        Assert.Null(await Store.GetAsync(id, "a1", Stop));
    }
}
