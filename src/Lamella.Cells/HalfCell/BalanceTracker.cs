using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.HalfCell;

/// <summary>Follows what must not change during a run.</summary>
internal sealed class BalanceTracker
{
    private readonly HalfCellSystem system;
    private readonly double salt;
    private readonly double lithium;
    private readonly double positive;
    private readonly double charge;
    private readonly double capacity;
    private double lithiumDrift;
    private double saltDrift;
    private double chargeDrift;
    private double foil;

    internal BalanceTracker(HalfCellSystem system, ReadOnlySpan<double> y)
    {
        this.system = system;
        salt = Salt(y);
        positive = PositiveSide(y);
        lithium = Total(y);
        charge = Charge(y);
        capacity = PhysicalConstants.Faraday * (system.Cathode?.LithiumCapacity.Sum() ?? positive);
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
        lithiumDrift = Math.Max(lithiumDrift, Math.Abs(Total(y) - lithium) / lithium);
        saltDrift = salt > 0.0 ? Math.Max(saltDrift, Math.Abs(Salt(y) - salt) / salt) : 0.0;
        double given = PhysicalConstants.Faraday * (positive - PositiveSide(y));
        chargeDrift = Math.Max(chargeDrift, Math.Abs(Charge(y) - charge - given) / capacity);
        foil = Foil(y);
    }

    private double Charge(ReadOnlySpan<double> y) => y[system.Layout.Charge] * system.Scales.Charge;

    private double Foil(ReadOnlySpan<double> y) => y[system.Layout.Lithium] * system.Scales.Amount;

    private double Total(ReadOnlySpan<double> y) => Foil(y) + Salt(y) + PositiveSide(y);

    private double Salt(ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int k = 0; k < system.Layout.Cells; k++)
        {
            sum += system.Line.Storage[k] * y[CellLayout.PerCell * k] * CellScales.Concentration;
        }

        return sum;
    }

    /// <summary>Lithium of the cathode, or of the counter foil [mol/m²].</summary>
    private double PositiveSide(ReadOnlySpan<double> y)
    {
        if (system.Cathode is null)
        {
            return y[system.Layout.CounterLithium] * system.Scales.Amount;
        }

        double sum = 0.0;
        ReadOnlySpan<double> shells = system.Layout.Particles(y);
        for (int lane = 0; lane < system.Layout.Lanes; lane++)
        {
            sum += system.Cathode.LithiumCapacity[lane] * system.Particles!.Mean(shells, lane);
        }

        return sum;
    }
}
