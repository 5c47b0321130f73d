using Lamella.Cells.Continuum;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>Splits the terminal voltage into its parts.</content>
internal sealed partial class SingleParticleSystem
{
    /// <inheritdoc/>
    public VoltageSplit SplitVoltage(double time, ReadOnlySpan<double> y)
    {
        double[] none = new double[y.Length];
        Update(time, y, none);
        double applied = y[layout.Current] * scales.Current;
        double[] parts = new double[Enum.GetValues<VoltagePart>().Length], ohmic = new double[hasSalt.Length];
        VoltageParts rest = new(parts, ohmic, 1);
        Rest<Scalar, VoltageParts>(applied, ref rest);
        double bulk = SideParts(negative, applied, y, parts) + SideParts(positive, applied, y, parts);
        return new VoltageSplit
        {
            OpenCircuit = bulk,
            SolidDiffusion = parts[(int)VoltagePart.OpenCircuit] - bulk,
            CathodeKinetics = parts[(int)VoltagePart.Kinetics],
            CathodeFilm = parts[(int)VoltagePart.Film],
            LithiumKinetics = parts[(int)VoltagePart.LithiumKinetics],
            LithiumFilm = parts[(int)VoltagePart.LithiumFilm],
            Ohmic = [.. line.Segments.Select((s, index) => new LayerVoltage(s.Name, ohmic[index]))],
            Joints = parts[(int)VoltagePart.Joints],
            Concentration = parts[(int)VoltagePart.Concentration],
            Electronic = parts[(int)VoltagePart.Electronic],
        };
    }

    /// <inheritdoc/>
    public ICellObserver Observe(ReadOnlySpan<double> y) => new ReducedObserver(this, y);

    /// <summary>Counts the lithium.</summary>
    /// <param name="y">State.</param>
    internal Inventory InventoryOf(ReadOnlySpan<double> y)
    {
        double salt = 0.0;
        for (int k = 0; k < layout.Cells; k++)
        {
            salt += line.Storage[k] * y[k] * CellScales.Concentration;
        }

        double stored = Lithium(positive, y) - (positive.Capacitance * y[positive.Potential] / PhysicalConstants.Faraday);
        return new Inventory(
            y[layout.Lithium] * scales.Amount, salt,
            Lithium(negative, y) - (negative.Capacitance * y[negative.Potential] / PhysicalConstants.Faraday),
            stored,
            y[layout.Charge] * scales.Amount,
            positive.IsPorous ? positive.LithiumCapacity : positive.Foil);
    }

    private double Lithium(ReducedSide side, ReadOnlySpan<double> y) => side.IsPorous
        ? side.LithiumCapacity * side.Particle!.Mean(side.ShellsOf(y))
        : side.Sign < 0 ? 0.0 : y[side.Lithium] * scales.Amount;

    /// <summary>Adds the parts of one side and returns its potential at the mean stoichiometry, as part of the voltage [V].</summary>
    private double SideParts(ReducedSide side, double applied, ReadOnlySpan<double> y, double[] parts)
    {
        VoltageParts sink = new(parts, [], side.Sign);
        Potential<Scalar, VoltageParts>(side, y, side.Sign * applied, ref sink);
        parts[(int)VoltagePart.LithiumFilm] += side.Sign * y[side.Film];
        return side.IsPorous
            ? side.Sign * side.OpenCircuit(side.Particle!.Mean(side.ShellsOf(y)), temperature).Potential
            : 0.0;
    }
}
