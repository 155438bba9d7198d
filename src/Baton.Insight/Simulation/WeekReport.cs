namespace Baton.Insight;

/// <summary>What became of a simulated service under one routing.</summary>
public sealed record WeekReport
{
    /// <summary>The routing.</summary>
    public required string Routing { get; init; }

    /// <summary>Conversations, tries again included.</summary>
    public int Conversations { get; init; }

    /// <summary>Those that waited for a person.</summary>
    public int NeededPerson { get; init; }

    /// <summary>Those that a person answered after a wait.</summary>
    public int Answered { get; init; }

    /// <summary>Those whose customer left before.</summary>
    public int Left { get; init; }

    /// <summary>Those who neither were answered nor left: must be 0.</summary>
    public int Unanswered { get; init; }

    /// <summary>Mean wait of those answered, seconds.</summary>
    public double MeanWait { get; init; }

    /// <summary>Nine in ten waited at most so long, seconds.</summary>
    public double NinthWait { get; init; }

    /// <summary>Mean wait of upset customers who were answered, seconds.</summary>
    public double UpsetWait { get; init; }

    /// <summary>Nine in ten upset customers waited at most so long, seconds.</summary>
    public double UpsetNinthWait { get; init; }

    /// <summary>Share of those who left among those who waited, 0 to 1.</summary>
    public double LeftShare => NeededPerson == 0 ? 0 : (double)Left / NeededPerson;

    /// <summary>Offers of customers who had already silently left.</summary>
    public int WastedOffers { get; init; }

    /// <summary>Conversations a supervisor stepped into before they needed a person.</summary>
    public int EarlyInterventions { get; init; }

    /// <summary>Times somebody was given more than a cap allows: capacity, breather, emotional cases in a row or within an hour.</summary>
    public int CapsBroken { get; init; }

    /// <summary>Times somebody was given an emotional case right after another while somebody else was free for it.</summary>
    public int NeedlesslyInRow { get; init; }

    /// <summary>Spread of the aggravation inherited per hour worked, as a Gini coefficient: 0 when all carry alike.</summary>
    public double EmotionalGini { get; init; }

    /// <summary>The highest emotional load of the worker who is worse off than nine in ten.</summary>
    public double HighestLoad { get; init; }

    /// <summary>Share of conversations answered by somebody with the skill.</summary>
    public double Skilled { get; init; }

    /// <summary>Share of conversations answered by the worker who had supervised them.</summary>
    public double BySupervisor { get; init; }
}
