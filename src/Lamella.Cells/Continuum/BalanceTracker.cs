using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Continuum;

/// <summary>Follows what must not change during a run.</summary>
/// <remarks>A double layer that charges the metal positively has given its lithium to the electrolyte.</remarks>
internal sealed class BalanceTracker
{
    private readonly ContinuumSystem system;
    private readonly double salt;
    private readonly double lithium;
    private readonly double positive;
    private readonly double charge;
    private readonly double capacity;
    private double lithiumDrift;
    private double saltDrift;
    private double chargeDrift;
    private double foil;

    internal BalanceTracker(ContinuumSystem system, ReadOnlySpan<double> y)
    {
        this.system = system;
        salt = Salt(y);
        positive = SideLithium(system.Positive, system.PositiveFace, y);
        lithium = Total(y);
        charge = system.Charge(y);

        // What the positive side can hold; an electrode without lithium is measured by an hour of the reference current.
        double held = system.Positive?.Capacity ?? positive;
        capacity = Math.Max(PhysicalConstants.Faraday * Math.Abs(held), system.Positive is null && system.PositiveFace!.Electrode is not Description.LithiumElectrode ? system.Scales.Charge : 0.0);
        foil = Foil(y);
    }

    internal CellBalance Result => new()
    {
        Lithium = lithium,
        LithiumDrift = lithiumDrift,
        SaltDrift = saltDrift,
        ChargeDrift = chargeDrift,
        FoilLithium = foil,
    };

    internal void Observe(ReadOnlySpan<double> y)
    {
        double scale = Math.Abs(lithium) > 0.0 ? Math.Abs(lithium) : system.Scales.Amount;
        lithiumDrift = Math.Max(lithiumDrift, Math.Abs(Total(y) - lithium) / scale);
        saltDrift = salt > 0.0 ? Math.Max(saltDrift, Math.Abs(Salt(y) - salt) / salt) : 0.0;
        double given = PhysicalConstants.Faraday * (positive - SideLithium(system.Positive, system.PositiveFace, y));
        chargeDrift = Math.Max(chargeDrift, Math.Abs(system.Charge(y) - charge - given) / capacity);
        foil = Foil(y);
    }

    private double Foil(ReadOnlySpan<double> y) => y[system.Layout.NegativeLithium] * system.Scales.Amount;

    private double Total(ReadOnlySpan<double> y) => Salt(y)
        + SideLithium(system.Negative, system.NegativeFace, y) + SideLithium(system.Positive, system.PositiveFace, y);

    private double Salt(ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int k = 0; k < system.Layout.Cells; k++)
        {
            sum += system.Line.Storage[k] * y[CellLayout.PerCell * k] * CellScales.Concentration;
        }

        return sum;
    }

    /// <summary>Lithium of one side: particles, or metal, less the charge of the double layer [mol/m²].</summary>
    private double SideLithium(PorousLine? electrode, PlanarFace? face, ReadOnlySpan<double> y)
    {
        if (electrode is not null)
        {
            return electrode.LithiumOf(y) - (electrode.DoubleLayerCharge(y) / PhysicalConstants.Faraday);
        }

        double stored = face!.Potential >= 0 ? face.Capacitance * y[face.Potential] / PhysicalConstants.Faraday : 0.0;
        return (y[face.Lithium] * system.Scales.Amount) - stored;
    }
}
