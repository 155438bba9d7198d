namespace Baton.Language;

/// <summary>What speaks for one intent.</summary>
/// <param name="Intent">Its name.</param>
/// <param name="Probability">The model's own probability, sharper than it should be.</param>
/// <param name="Similarity">Cosine with the nearest of its examples.</param>
/// <param name="NextSimilarity">Cosine with the nearest example of any other intent.</param>
internal sealed record IntentOpinion(string Intent, float Probability, float Similarity, float NextSimilarity);

/// <summary>How much probability is enough for what.</summary>
internal static class Calibration
{
    /// <summary>From here on a procedure is started without asking back.</summary>
    public const double Sure = 0.55;

    /// <summary>Under it, none of the intents is named.</summary>
    public const double Plausible = 0.35;

    /// <summary>So much the best must lead before the next one.</summary>
    public const double Margin = 0.12;

    /// <summary>Changing to another procedure needs more than beginning one.</summary>
    public const double SureOfChange = 0.72;

    /// <summary>Beside an answer to what was asked, only a message that also asks or wants something can be a change, and needs more.</summary>
    public const double SureBesideAnswer = 0.96;
}
