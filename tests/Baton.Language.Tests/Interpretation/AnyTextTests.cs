using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Baton.Language.Tests;

public sealed class AnyTextTests
{
    private static readonly ValueKind[] _kinds = Enum.GetValues<ValueKind>();
    private static readonly string[] _locales = ["en", "de-DE", "es-ES", "fr-FR", "zh-CN", "pt-BR", "", "x"];

    private static readonly string[] _pieces =
    [
        "SO-10042", "so ", "10042", "#", "12/11", "31.02.", "$", "€12,5", "the ", "not ", "no, ", "yes ", "agent ", "下周五", "蓝色", "\uD83D", "\uDE00", "👍", "\u0000", "\u200B", "e\u0301", "İ", "ß",
        "a@b.de", "@", "+49 30 901820", "Musterstraße 5", "!!!", "?", "\n", "  ", "'", "’s", "first ", "last week ", "in 99999999999 days ", "november ", "2 ", "９９", "ﷺ", "0171", "-", "..", "www.x.y",
    ];

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String,
        Gen.Select(OneOf(_pieces).Array[0, 25], pieces => string.Concat(pieces)),
        Gen.Select(Gen.Char['\uD800', '\uDFFF'].Array[0, 12], Gen.String, (surrogates, text) => new string(surrogates) + text));

    [Fact]
    public void Any_text_is_read_and_gives_values_that_are_what_they_claim_to_be() =>
        Gen.Select(_text, OneOf(_kinds), OneOf(_locales), Gen.Bool).Sample(
            (text, kind, locale, isAsked) =>
            {
                var value = new ExpectedValue("value", kind, kind is ValueKind.Choice ? Customer.Orders : [], kind is ValueKind.Code ? @"[A-Z]{2}-\d{5}" : null);
                var reading = Customer.Writes(text, locale, "refund", isAsked ? value : null, isAsked ? [] : [value]);
                foreach (var set in reading.Commands.OfType<SetValue>())
                {
                    Assert.Contains(set.Text, text, StringComparison.Ordinal);
                    Assert.True(IsValid(kind, set.Value), $"{kind} {set.Value}");
                }

                Assert.InRange(reading.Probability, 0, 1);
                Assert.InRange(reading.FeelingProbability, 0, 1);
                Assert.True(reading.FeelingEvidence is null || text.Contains(reading.FeelingEvidence, StringComparison.Ordinal));
            },
            iter: 1000,
            threads: 1);

    [Theory]
    [InlineData("a")]
    [InlineData("not ")]
    [InlineData("no, ")]
    [InlineData("1 ")]
    [InlineData("12/11 ")]
    [InlineData("SO-10042 ")]
    [InlineData("talk to ")]
    [InlineData("still waiting ")]
    [InlineData("转人工")]
    [InlineData("a@")]
    [InlineData("ha ")]
    [InlineData("!")]
    [InlineData("\uD83D")]
    [InlineData("Calle de la ")]
    [InlineData("12 A ")]
    public void A_text_of_sixteen_thousand_characters_is_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 16_000 / piece.Length));
        var all = _kinds.Select(kind => new ExpectedValue(kind.ToString(), kind, kind == ValueKind.Choice ? Customer.Orders : [], kind == ValueKind.Code ? @"[A-Z]{2}-\d{5}" : null)).ToList();
        var watch = Stopwatch.StartNew();

        foreach (var value in all)
            Customer.Writes(text, "en", "refund", value, all);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), watch.Elapsed.ToString());
    }

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool IsValid(ValueKind kind, string value) => kind switch
    {
        ValueKind.Code => value.Length == 8 && value[2] == '-',
        ValueKind.Choice => Customer.Orders.Any(choice => choice.Value == value),
        ValueKind.YesNo => value is "yes" or "no",
        ValueKind.Number => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        ValueKind.Money => value.Split(' ') is [var amount, { Length: 3 }] && decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        ValueKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ValueKind.Time => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ValueKind.Email => value.Count(character => character == '@') == 1,
        ValueKind.Phone => value[0] == '+' && value[1..].All(char.IsAsciiDigit),
        _ => value.Length > 0,
    };
}
