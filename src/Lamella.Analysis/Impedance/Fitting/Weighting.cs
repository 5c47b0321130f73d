namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>How the deviations of a fit are weighted. The sum that is minimised is Σ|ΔZ|²·w², w in the words below.</summary>
public enum Weighting
{
    /// <summary>w = 1/|Z|: the same relative uncertainty of every point, equal in both parts.</summary>
    Modulus,

    /// <summary>w = 1: the same uncertainty in ohm of every point; large impedances, so low frequencies, decide.</summary>
    Unit,

    /// <summary>w = 1/|Z′| and 1/|Z″| for the two parts; a part near zero then decides, so use it with care.</summary>
    Proportional,

    /// <summary>w = 1/s with stated standard deviations s of both parts of each point.</summary>
    Stated,
}

/// <summary>The words for weightings.</summary>
public static class Weightings
{
    /// <summary>Returns the word for a weighting.</summary>
    /// <param name="weighting">The weighting.</param>
    /// <returns>For example <c>modulus</c>.</returns>
    public static string Text(this Weighting weighting) => weighting switch
    {
        Weighting.Modulus => "modulus",
        Weighting.Unit => "unit",
        Weighting.Proportional => "proportional",
        _ => "stated",
    };
}
