namespace Baton.Desk;

/// <summary>What it costs that a worker serves a customer, part by part, in seconds of an ordinary customer's waiting; less is better.</summary>
/// <param name="Fit">Missing skills and language.</param>
/// <param name="Reserve">Using up scarce languages and skills that are not needed here.</param>
/// <param name="Continuity">At most 0: the worker supervised the conversation or knows the customer.</param>
/// <param name="Cognitive">The worker's cognitive load.</param>
/// <param name="Emotional">The customer's aggravation on top of the worker's emotional load.</param>
/// <param name="Fairness">What the worker took lately above the team's mean; less for who has been idle long.</param>
public sealed record PairCost(double Fit, double Reserve, double Continuity, double Cognitive, double Emotional, double Fairness)
{
    /// <summary>All parts together.</summary>
    public double Total => Fit + Reserve + Continuity + Cognitive + Emotional + Fairness;
}
