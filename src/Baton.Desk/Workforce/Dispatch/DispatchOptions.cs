using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>
/// Who is served next and by whom. Section <c>Desk:Dispatch</c>. All costs are in seconds of an ordinary customer's waiting: a cost of
/// 60 is worth as much as one more minute of waiting. See docs/dispatch.md.
/// </summary>
public sealed class DispatchOptions
{
    /// <summary>The largest cost any one part may have, seconds.</summary>
    internal const double Most = 500;

    /// <summary>How often waiting customers and workers are brought together, besides whenever one of them changes. Default: 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a worker is asked before somebody else is. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan OfferFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Languages and skills of workers, by the account's key or the name. Who is not in it answers every language. Default: empty.</summary>
    public IDictionary<string, WorkerProfile> Profiles { get; } = new Dictionary<string, WorkerProfile>(StringComparer.Ordinal);

    /// <summary>How long an ordinary customer waits in a chat before leaving becomes likely. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The same for letters. Default: 8 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan EmailPatience { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How much faster urgency grows for a customer of risk 1 than for one of risk 0. Default: 2.</summary>
    [Range(0.0, 100)]
    public double RiskStake { get; set; } = 2;

    /// <summary>How much faster urgency grows for a customer who had to come again about the same matter. Default: 1.</summary>
    [Range(0.0, 100)]
    public double RetrialStake { get; set; } = 1;

    /// <summary>How much faster urgency grows from the moment a promise is broken. Default: 3.</summary>
    [Range(0.0, 100)]
    public double BrokenPromiseStake { get; set; } = 3;

    /// <summary>From this probability of having silently left a customer is not offered until the next sign. Default: 0.9.</summary>
    [Range(0.1, 1)]
    public double GoneFrom { get; set; } = 0.9;

    /// <summary>
    /// Who closed the chat while waiting is offered to nobody for so long, unless the customer comes back, and afterwards like the others: an
    /// answer waits there. Promises that reach further are told with leave to close the window: then nobody counts as gone. Default: 30 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:02:00", "1.00:00:00")]
    public TimeSpan SpareGoneFor { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Cost of each skill the matter needs and the worker lacks. Default: 240.</summary>
    [Range(0, Most)]
    public double MissingSkill { get; set; } = 240;

    /// <summary>Cost of a worker who does not speak the customer's language; only used while nobody at work speaks it. Default: 300.</summary>
    [Range(0, Most)]
    public double ForeignLanguage { get; set; } = 300;

    /// <summary>Cost of using up a worker whose language or skill nobody else has, where it is not needed; shared by as many as have it. Default: 30.</summary>
    [Range(0, Most)]
    public double Reserve { get; set; } = 30;

    /// <summary>What it is worth that the worker supervised the conversation and saw it going wrong. Default: 90.</summary>
    [Range(0, Most)]
    public double Supervised { get; set; } = 90;

    /// <summary>What it is worth that the worker knows the customer from before. Default: 120.</summary>
    [Range(0, Most)]
    public double KnowsCustomer { get; set; } = 120;

    /// <summary>Cost of the worker's cognitive load at full capacity; half of it at half. Default: 60.</summary>
    [Range(0, Most)]
    public double CognitiveLoad { get; set; } = 60;

    /// <summary>Cost of a furious customer for a worker with an emotional load of 1; grows with both. Default: 120.</summary>
    [Range(0, Most)]
    public double EmotionalLoad { get; set; } = 120;

    /// <summary>Cost of each conversation the worker took lately above the team's mean. Default: 10.</summary>
    [Range(0, Most)]
    public double Fairness { get; set; } = 10;

    /// <summary>What it is worth that a worker has been idle for as long as a customer is patient: ties go to the longest idle. Default: 5.</summary>
    [Range(0, Most)]
    public double LongestIdle { get; set; } = 5;
}
