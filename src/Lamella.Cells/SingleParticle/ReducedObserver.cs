using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Cells.Running;

namespace Lamella.Cells.SingleParticle;

/// <summary>Follows what a run of the reduced model must conserve and what the model neglects.</summary>
internal sealed class ReducedObserver : ICellObserver
{
    /// <summary>Estimated difference that is worth a warning [V].</summary>
    private const double WorthSaying = 1e-3;

    private readonly SingleParticleSystem system;
    private readonly NeglectTracker neglect;
    private readonly Inventory first;
    private Inventory last;
    private double lithiumDrift;
    private double saltDrift;
    private double chargeDrift;

    internal ReducedObserver(SingleParticleSystem system, ReadOnlySpan<double> y)
    {
        (this.system, neglect) = (system, new NeglectTracker(system));
        first = last = system.InventoryOf(y);
    }

    /// <inheritdoc/>
    public CellBalance Balance => new()
    {
        Lithium = first.Total,
        LithiumDrift = lithiumDrift,
        SaltDrift = saltDrift,
        ChargeDrift = chargeDrift,
        FoilLithium = last.Foil,
    };

    /// <inheritdoc/>
    public NeglectEstimate? Neglected => neglect.Estimate;

    /// <inheritdoc/>
    public void See(double time, ReadOnlySpan<double> y)
    {
        neglect.See(time, y);
        last = system.InventoryOf(y);
        lithiumDrift = Math.Max(lithiumDrift, Math.Abs(last.Total - first.Total) / first.Total);
        saltDrift = first.Salt > 0.0 ? Math.Max(saltDrift, Math.Abs(last.Salt - first.Salt) / first.Salt) : 0.0;
        double given = first.Positive - last.Positive;
        chargeDrift = Math.Max(chargeDrift, Math.Abs(last.Passed - first.Passed - given) / first.Capacity);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Warnings() => neglect.Estimate is { Rms: > WorthSaying } left
        ? [FormattableString.Invariant($"the reduced model leaves out about {1e3 * left.Rms:G2} mV of the voltage (rms), {1e3 * left.Largest:G2} mV at most: compare with the model 'dfn'.")]
        : [];
}

/// <summary>Lithium per geometric area [mol/m²].</summary>
/// <param name="Foil">In the negative foil.</param>
/// <param name="Salt">In the salt.</param>
/// <param name="Negative">In the particles of the negative side.</param>
/// <param name="Positive">In the positive particles or foil.</param>
/// <param name="Passed">Charge passed over Faraday's constant.</param>
/// <param name="Capacity">What the positive side holds at most.</param>
internal readonly record struct Inventory(
    double Foil, double Salt, double Negative, double Positive, double Passed, double Capacity)
{
    internal double Total => Foil + Salt + Negative + Positive;
}
