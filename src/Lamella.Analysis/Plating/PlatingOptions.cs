using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>What stands against what in a cell whose lithium is plated and stripped.</summary>
public enum PlatingCell
{
    /// <summary>Lithium against lithium.</summary>
    Symmetric,

    /// <summary>Lithium against a bare collector, such as copper: a discharge plates the collector.</summary>
    Collector,

    /// <summary>A cathode that holds all lithium against a bare collector: a charge plates the collector.</summary>
    AnodeFree,
}

/// <summary>How a record of plating and stripping is read.</summary>
public sealed record PlatingOptions
{
    /// <summary>Gets the geometric area of an electrode, above 0.</summary>
    [Unit("m²")]
    public required double Area { get; init; }

    /// <summary>Gets what stands against what.</summary>
    public PlatingCell Cell { get; init; }

    /// <summary>Gets the least sudden loss of overpotential that counts as a short, as a share of what it was, in (0, 1).</summary>
    [Unit("–")]
    public double ShortDrop { get; init; } = 0.3;

    /// <summary>Gets the share of the area resistance of the sound cell below which a short is a hard one, in (0, 1).</summary>
    [Unit("–")]
    public double HardShare { get; init; } = 0.1;

    /// <summary>Gets the temperature, for the curvature of the kinetics, above 0.</summary>
    [Unit("K")]
    public double Temperature { get; init; } = 298.15;

    /// <summary>Gets the lithium beside that which is cycled, per area; null where it is not known.</summary>
    [Unit("C/m²")]
    public double? Reserve { get; init; }

    /// <summary>Gets the relative standard uncertainty of a charge that the instrument measures, ≥ 0.</summary>
    [Unit("–")]
    public double ChargeAccuracy { get; init; } = 1e-3;

    /// <summary>Gets the number of the half cycle behind which each spectrum was taken, not falling, 0 for one before the first; empty for what the pauses of the record tell.</summary>
    public ImmutableArray<int> SpectrumAfter { get; init; } = [];

    /// <summary>Refuses what cannot be used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what is allowed.</exception>
    internal void Validate()
    {
        Require(Area > 0.0 && double.IsFinite(Area), Area, nameof(Area), "above 0 m²");
        Require(ShortDrop is > 0.0 and < 1.0, ShortDrop, nameof(ShortDrop), "a share above 0 and below 1");
        Require(HardShare is > 0.0 and < 1.0, HardShare, nameof(HardShare), "a share above 0 and below 1");
        Require(Temperature > 0.0 && double.IsFinite(Temperature), Temperature, nameof(Temperature), "above 0 K");
        Require(Reserve is null or >= 0.0, Reserve ?? 0.0, nameof(Reserve), "0 C/m² or above");
        Require(ChargeAccuracy is >= 0.0 and < 1.0, ChargeAccuracy, nameof(ChargeAccuracy), "a share from 0 to below 1");
    }

    private static void Require(bool holds, double value, string name, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} must be {allowed}."));
        }
    }
}
