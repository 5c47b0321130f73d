using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>How the overpotential runs through a half cycle.</summary>
public enum OverpotentialShape
{
    /// <summary>Within a tenth of its plateau throughout: an ohmic answer.</summary>
    Flat,

    /// <summary>High at the beginning: lithium nucleates, or a passive layer breaks.</summary>
    FrontArc,

    /// <summary>Rising towards the end: lithium runs out, voids grow, or salt is depleted.</summary>
    EndArc,

    /// <summary>High at both ends: the arc of pits and dead lithium.</summary>
    Arc,
}

/// <summary>The overpotential of one half cycle. Overpotentials are the size of the voltage in the direction of the current.</summary>
/// <remarks>The half cycle is divided into fifty equal times; values are means over one or more of them, so that noise and sampling do not matter.</remarks>
public sealed record HalfCycleRecord
{
    /// <summary>Gets its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the polarity: 1 for a charge, −1 for a discharge.</summary>
    public required int Polarity { get; init; }

    /// <summary>Gets when it begins, from the beginning of the first record.</summary>
    [Unit("s")]
    public required double Start { get; init; }

    /// <summary>Gets how long it lasts.</summary>
    [Unit("s")]
    public required double Duration { get; init; }

    /// <summary>Gets the mean current density as a size.</summary>
    [Unit("A/m²")]
    public required double CurrentDensity { get; init; }

    /// <summary>Gets the charge per area as a size.</summary>
    [Unit("C/m²")]
    public required double ArealCharge { get; init; }

    /// <summary>Gets the charge per area that all half cycles up to the end of this one have moved.</summary>
    [Unit("C/m²")]
    public double CumulativeCharge { get; init; }

    /// <summary>Gets the overpotential over the first fiftieth of the time.</summary>
    [Unit("V")]
    public required double Initial { get; init; }

    /// <summary>Gets the largest overpotential in the first quarter.</summary>
    [Unit("V")]
    public required double FrontPeak { get; init; }

    /// <summary>Gets the mean overpotential over the middle half of the time: the plateau.</summary>
    [Unit("V")]
    public required double Plateau { get; init; }

    /// <summary>Gets the overpotential over the last fiftieth of the time.</summary>
    [Unit("V")]
    public required double Final { get; init; }

    /// <summary>Gets the least overpotential.</summary>
    [Unit("V")]
    public required double Least { get; init; }

    /// <summary>Gets the largest overpotential.</summary>
    [Unit("V")]
    public required double Largest { get; init; }

    /// <summary>Gets the standard deviation of the voltage from sample to sample.</summary>
    [Unit("V")]
    public required double Noise { get; init; }

    /// <summary>Gets the steepest loss of overpotential inside the half cycle, over a twenty-fifth of its time; 0 where it never falls for good.</summary>
    [Unit("V")]
    public required double Drop { get; init; }

    /// <summary>Gets when that loss happened, from the beginning of the first record; meaningless where there is none.</summary>
    [Unit("s")]
    public required double DropTime { get; init; }

    /// <summary>Gets the rise of the front peak over the plateau: nucleation; 0 where there is none.</summary>
    [Unit("V")]
    public double FrontArc => Math.Max(0.0, FrontPeak - Plateau);

    /// <summary>Gets the rise of the end over the plateau; 0 where there is none.</summary>
    [Unit("V")]
    public double EndArc => Math.Max(0.0, Final - Plateau);

    /// <summary>Gets the plateau over the current density.</summary>
    [Unit("Ω·m²")]
    public double AreaResistance => CurrentDensity > 0.0 ? Plateau / CurrentDensity : 0.0;

    /// <summary>Gets by how much the overpotential changes, over its plateau: what an ohmic short does not do.</summary>
    [Unit("–")]
    public double Transience => Plateau > 0.0 ? (Largest - Least) / Plateau : 0.0;

    /// <summary>Gets the shape.</summary>
    public OverpotentialShape Shape => (FrontArc > Visible * Plateau, EndArc > Visible * Plateau) switch
    {
        (true, true) => OverpotentialShape.Arc,
        (true, false) => OverpotentialShape.FrontArc,
        (false, true) => OverpotentialShape.EndArc,
        _ => OverpotentialShape.Flat,
    };

    private const double Visible = 0.1;
}
