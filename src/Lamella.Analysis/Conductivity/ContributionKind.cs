namespace Lamella.Analysis.Conductivity;

/// <summary>What a part of an impedance spectrum belongs to.</summary>
public enum ContributionKind
{
    /// <summary>The interior of the grains, or a homogeneous electrolyte.</summary>
    Bulk,

    /// <summary>Grain boundaries or another thin layer inside the sample.</summary>
    GrainBoundary,

    /// <summary>The electrodes and their interfaces; no part of the conductivity.</summary>
    Electrode,

    /// <summary>Leads and contacts; no part of the conductivity.</summary>
    Leads,
}

/// <summary>The words for contributions.</summary>
public static class ContributionKinds
{
    /// <summary>Returns the word for a contribution.</summary>
    /// <param name="kind">The contribution.</param>
    /// <returns>For example <c>grain boundary</c>.</returns>
    public static string Text(this ContributionKind kind) => kind switch
    {
        ContributionKind.Bulk => "bulk",
        ContributionKind.GrainBoundary => "grain boundary",
        ContributionKind.Electrode => "electrode",
        _ => "leads",
    };
}
