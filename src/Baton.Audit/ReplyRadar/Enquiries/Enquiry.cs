using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>What an answer to a question gives.</summary>
[JsonConverter(typeof(WordConverter<AnswerKind>))]
public enum AnswerKind
{
    /// <summary>Anything on the matter.</summary>
    Anything,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>A number or an amount of money.</summary>
    Amount,

    /// <summary>Where: a place, an address, a page.</summary>
    Place,

    /// <summary>When: hours, days, a date.</summary>
    Time,

    /// <summary>Yes or no, or that something is or is not possible.</summary>
    YesOrNo,

    /// <summary>How: by which way, with what.</summary>
    Way,
}

/// <summary>One question of an enquiry.</summary>
/// <param name="Ask">The question, ending in a question mark.</param>
/// <param name="About">Words of which an answer holds at least one, unless it goes by the question's number; beginnings of words count.</param>
/// <param name="Needs">What an answer gives.</param>
public sealed record Question(string Ask, IReadOnlyList<string> About, AnswerKind Needs = AnswerKind.Anything);

/// <summary>A realistic enquiry: a few questions that any organisation of its kind can answer, asked under a true name.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Language">ISO 639-1: en, de, es, fr or zh.</param>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Opening">What stands before the questions.</param>
/// <param name="Questions">Two to five.</param>
public sealed record Enquiry(string Id, string Language, string Subject, string Opening, IReadOnlyList<Question> Questions);
