using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Baton.Journal.Tests;

public sealed class EventTypesTests
{
    private static readonly IReadOnlyList<Type> Kinds = [.. typeof(ConversationEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConversationEvent)))];

    [Fact]
    public void Every_kind_of_event_has_a_name_and_a_generator_here()
    {
        Assert.All(Kinds, kind => Assert.True(kind.IsSealed, $"{kind.Name} is not sealed"));
        var generated = RandomEvents.Kinds.Select(gen => gen.Single()).ToList();
        Assert.Equal(Kinds.Select(k => k.Name).Order(), generated.Select(e => e.GetType().Name).Order());
        Assert.Equal(EventTypes.Names.Order(), generated.Select(EventTypes.NameOf).Order());
        Assert.All(EventTypes.Names, name => Assert.Matches("^[a-z]+(-[a-z]+)*\\.[1-9][0-9]*$", name));
    }

    [Fact]
    public void Every_event_comes_back_as_it_was() => RandomEvents.Any.Sample(
        e => AssertSame(e, EventTypes.Read(EventTypes.NameOf(e), EventTypes.Write(e)), e.GetType().Name),
        iter: 5_000);

    [Fact]
    public void Every_field_is_in_the_page_about_events()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "events.md"));
        foreach (var e in RandomEvents.Kinds.Select(gen => gen.Single()))
        {
            var heading = $"### `{EventTypes.NameOf(e)}`";
            var at = page.IndexOf(heading, StringComparison.Ordinal);
            Assert.True(at >= 0, $"docs/events.md has no heading {heading}");
            var end = page.IndexOf("\n### ", at + 1, StringComparison.Ordinal);
            var section = page[at..(end < 0 ? page.Length : end)];
            foreach (var (field, _) in JsonNode.Parse(EventTypes.Write(e))!.AsObject())
                Assert.True(section.Contains($"`{field}`", StringComparison.Ordinal), $"docs/events.md does not name `{field}` of {EventTypes.NameOf(e)}");
        }
    }

    [Fact]
    public void An_unknown_name_is_a_clear_error()
    {
        var error = Assert.Throws<EventFormatException>(() => EventTypes.Read("customer-sang.1", "{}"u8));
        Assert.Contains("'customer-sang.1'", error.Message, StringComparison.Ordinal);
        Assert.Contains("customer-wrote.1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"messageId":"m","text":"t"}""")] // a field is missing
    [InlineData("""{"messageId":"m","text":null,"attachments":[]}""")]
    [InlineData("""{"messageId":"m","text":7,"attachments":[]}""")]
    [InlineData("""{"messageId":"m","text":"\ud83d","attachments":[]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Damaged_fields_are_never_taken_for_an_event(string json) =>
        Assert.Throws<EventFormatException>(() => EventTypes.Read("customer-wrote.1", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_field_that_has_a_default_and_is_missing_has_its_default()
    {
        var read = (DialogueAdvanced)EventTypes.Read("dialogue-advanced.1", """{"frames":[{"procedure":"p","step":"0","values":{},"asked":null,"timesAsked":0}]}"""u8);
        Assert.Empty(read.Memory.Mentioned);
        Assert.Empty(read.Frames[0].Results);
    }

    [Fact]
    public void A_missing_field_is_refused_or_has_a_default_and_is_never_null_unseen() => RandomEvents.Any.Sample(e =>
    {
        var name = EventTypes.NameOf(e);
        foreach (var field in JsonNode.Parse(EventTypes.Write(e))!.AsObject().Select(f => f.Key))
        {
            var without = JsonNode.Parse(EventTypes.Write(e))!.AsObject();
            without.Remove(field);
            try
            {
                EventTypes.Write(EventTypes.Read(name, Encoding.UTF8.GetBytes(without.ToJsonString())));
            }
            catch (EventFormatException refused)
            {
                Assert.StartsWith($"The fields of {name} cannot be read", refused.Message, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public void Enums_are_words_and_names_are_camel_case()
    {
        var json = Encoding.UTF8.GetString(EventTypes.Write(new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "asks", [2], 3)));
        Assert.Equal("""{"kind":"requested","trigger":"customer","reason":"asks","evidence":[2],"epoch":3}""", json);
        Assert.Throws<EventFormatException>(() => EventTypes.Read("escalated.1", """{"kind":2,"trigger":"customer","reason":"","evidence":[],"epoch":3}"""u8));
    }

    [Fact]
    public void Letters_of_every_script_are_written_as_themselves() =>
        Assert.Contains("退款 Émile <b>", Encoding.UTF8.GetString(EventTypes.Write(new CustomerWrote("m", "退款 Émile <b>", []))), StringComparison.Ordinal);

    [Fact]
    public void Events_of_older_versions_are_lifted_step_by_step()
    {
        var catalog = new EventCatalog(
            [new("conversation-rated.3", EventJson.Default.ConversationRated)],
            [
                new("conversation-rated.1", "conversation-rated.2", fields => new JsonObject { ["score"] = (int)fields["stars"]!, ["remark"] = "" }),
                new("conversation-rated.2", "conversation-rated.3", fields => new JsonObject { ["score"] = (int)fields["score"]!, ["comment"] = (string)fields["remark"]! }),
            ]);
        Assert.Equal(new ConversationRated(4, ""), catalog.Read("conversation-rated.1", """{"stars":4}"""u8));
        Assert.Equal(new ConversationRated(4, "ok"), catalog.Read("conversation-rated.2", """{"score":4,"remark":"ok"}"""u8));
        Assert.Throws<EventFormatException>(() => catalog.Read("conversation-rated.4", "{}"u8));
    }

    [Fact]
    public void Json_of_a_document_given_back_is_refused_and_not_written_wrong()
    {
        JsonElement gone;
        using (var document = JsonDocument.Parse("{}")) gone = document.RootElement;
        Assert.Throws<EventFormatException>(() => EventTypes.Write(new ToolReturned("c", false, gone, 1)));
        Assert.Throws<EventFormatException>(() => EventTypes.Write(new ToolReturned("c", false, default, 1)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Baton.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }

    // Field by field, so that a field the JSON forgot is found.
    private static void AssertSame(object? expected, object? actual, string path)
    {
        switch (expected)
        {
            case JsonElement json:
                Assert.True(JsonElement.DeepEquals(json, (JsonElement)actual!), path);
                break;
            case null or string or WorkerId or DateTimeOffset:
            case { } when expected.GetType() is { IsPrimitive: true } or { IsEnum: true }:
                Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
                break;
            case IReadOnlyDictionary<string, JsonElement> map:
                var other = (IReadOnlyDictionary<string, JsonElement>)actual!;
                Assert.Equal(map.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
                foreach (var (key, value) in map) AssertSame(value, other[key], $"{path}[{key}]");
                break;
            case IEnumerable list:
                var (left, right) = (list.Cast<object>().ToList(), ((IEnumerable)actual!).Cast<object>().ToList());
                Assert.Equal(left.Count, right.Count);
                for (var i = 0; i < left.Count; i++) AssertSame(left[i], right[i], $"{path}[{i}]");
                break;
            default:
                Assert.Equal(expected.GetType(), actual?.GetType());
                foreach (var property in expected.GetType().GetProperties()) AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
                break;
        }
    }
}
