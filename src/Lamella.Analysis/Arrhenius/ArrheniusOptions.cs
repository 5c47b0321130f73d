namespace Lamella.Analysis.Arrhenius;

/// <summary>Which quantity is taken to follow the law. The two give activation energies that differ by about R·T, and both are in use.</summary>
public enum ConductivityForm
{
    /// <summary>ln(σT) is linear in 1/T: hopping of ions, for which the prefactor is proportional to 1/T.</summary>
    SigmaT,

    /// <summary>ln σ is linear in 1/T.</summary>
    Sigma,
}

/// <summary>Whether points weigh by their uncertainties.</summary>
public enum PointWeighting
{
    /// <summary>Every point weighs the same in ln σ; the scatter about the line gives the uncertainty.</summary>
    Unweighted,

    /// <summary>Points weigh (σ/u)²; uncertainties grow with the scatter where it is larger than they allow (Birge's ratio).</summary>
    Weighted,
}

/// <summary>Settings of the analysis of conductivities over temperature.</summary>
public sealed record ArrheniusOptions
{
    /// <summary>Gets which quantity is taken to follow Arrhenius' law.</summary>
    public ConductivityForm Form { get; init; } = ConductivityForm.SigmaT;

    /// <summary>Gets how points weigh.</summary>
    public PointWeighting Weighting { get; init; } = PointWeighting.Unweighted;

    /// <summary>Gets whether Vogel's law has the factor T^−1/2 before the exponential.</summary>
    public bool VogelWithRootOfTemperature { get; init; } = true;
}
