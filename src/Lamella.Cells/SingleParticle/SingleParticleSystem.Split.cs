using Lamella.Cells.Continuum;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>Splits the terminal voltage into its parts.</content>
internal sealed partial class SingleParticleSystem
{
    /// <inheritdoc/>
    public VoltageSplit SplitVoltage(double time, ReadOnlySpan<double> y)
    {
        Update(y);
        UpdateSegments(slopes: false);
        double[] parts = new double[Enum.GetValues<VoltagePart>().Length], ohmic = new double[runOf.Length];
        VoltageParts sink = new(parts, ohmic);
        Assemble<Scalar, VoltageParts>(y, ref sink);
        double bulk = BulkPotential(positive, layout.PositiveParticle, layout.PositiveShells, y)
            - BulkPotential(negative, layout.NegativeParticle, layout.NegativeShells, y);
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

        double counter = y[layout.CounterLithium] * scales.Amount;
        return new Inventory(
            y[layout.Lithium] * scales.Amount, salt,
            Lithium(negative, layout.NegativeParticle, layout.NegativeShells, y),
            positive is null ? counter : Lithium(positive, layout.PositiveParticle, layout.PositiveShells, y),
            y[layout.Charge] * scales.Amount,
            positive?.LithiumCapacity ?? (Foil(cell.Positive) * scales.Amount));
    }

    private static double Lithium(ParticleElectrode? electrode, int start, int shells, ReadOnlySpan<double> y) =>
        electrode is null ? 0.0 : electrode.LithiumCapacity * electrode.Particle.Mean(y.Slice(start, shells), 0);

    private double BulkPotential(ParticleElectrode? electrode, int start, int shells, ReadOnlySpan<double> y) =>
        electrode is null
            ? 0.0
            : electrode.OpenCircuit(electrode.Particle.Mean(y.Slice(start, shells), 0), temperature).Potential;
}
