using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>How long a conversation may stay in a state before something happens by itself. Section <c>Desk:Deadlines</c>.</summary>
public sealed class DeadlineOptions
{
    /// <summary>
    /// After this long without the agent's answer its turn is taken up again, as after a crash. Longer than
    /// any model's time-out, or slow turns are started twice. Default: 20 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AgentResumes { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>After this long without the agent's answer a person is called. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan AgentFails { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A customer waits this long for the worker who holds the conversation; then a worker who is gone loses it to the queue, and
    /// one who is there is reminded on the wall. Default: 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan WorkerAnswers { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A customer silent for this long after an answer has left: the conversation closes. Default: 4 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan CustomerSilent { get; set; } = TimeSpan.FromHours(4);

    /// <summary>A conversation in which the customer never wrote closes after this long. Default: 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan NeverWrote { get; set; } = TimeSpan.FromHours(1);

    /// <summary>As <see cref="WorkerAnswers"/>, in conversations by letter. Default: 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "14.00:00:00")]
    public TimeSpan WorkerAnswersByLetter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>As <see cref="CustomerSilent"/>, in conversations by letter. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan CustomerSilentByLetter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The lengths on a channel.</summary>
    internal DeadlineOptions For(string channel) => !MailOptions.IsByLetter(channel) ? this : new()
    {
        AgentResumes = AgentResumes,
        AgentFails = AgentFails,
        WorkerAnswers = WorkerAnswersByLetter,
        CustomerSilent = CustomerSilentByLetter,
        NeverWrote = NeverWrote,
        WorkerAnswersByLetter = WorkerAnswersByLetter,
        CustomerSilentByLetter = CustomerSilentByLetter,
    };
}
