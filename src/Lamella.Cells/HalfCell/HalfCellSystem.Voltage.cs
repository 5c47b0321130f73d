using Lamella.Cells.Results;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.HalfCell;

/// <content>Splits the terminal voltage into its parts.</content>
internal sealed partial class HalfCellSystem
{
    /// <summary>Splits the terminal voltage of a consistent state.</summary>
    /// <param name="y">State.</param>
    /// <returns>The parts; their sum is the terminal voltage.</returns>
    internal VoltageSplit SplitVoltage(ReadOnlySpan<double> y)
    {
        Unpack(y);
        line.Update(concentration);
        double applied = y[layout.Current] * scales.Current;
        double[] ohmic = new double[line.Segments.Length], share = ReactionShares(y);
        (double lithiumKinetics, double film, double concentrationPart) = LithiumParts(applied, ohmic);
        double joints = 0.0, beyond = 1.0; // share of the current that passes the face
        for (int k = 0, segment = 0; k + 1 < layout.Cells; k++)
        {
            segment += k >= line.Segments[segment].First + line.Segments[segment].Count ? 1 : 0;
            beyond -= k >= layout.CathodeStart ? share[k - layout.CathodeStart] : 0.0;
            double ionic = y[(CellLayout.PerCell * k) + CellLayout.IonicCurrent] * scales.Current;
            FaceSide<Scalar> left = line.Side(k, concentration[k]), right = line.Side(k + 1, concentration[k + 1]);
            FaceKernel.Evaluate<Scalar>(
                left, right, ionic, line.JointResistance[k], line.JointPartition[k], thermalVoltage, out _, out Scalar step);
            double before = -ionic * left.Half / left.Conductivity.Value;
            double after = -ionic * right.Half / right.Conductivity.Value;
            double joint = -ionic * line.JointResistance[k];
            bool leaves = k + 1 == line.Segments[segment].First + line.Segments[segment].Count;
            ohmic[segment] += beyond * before;
            ohmic[leaves ? segment + 1 : segment] += beyond * after;
            joints += beyond * joint;
            concentrationPart += beyond * (step.Value - before - after - joint);
        }

        double electronic = applied * leadResistance;
        if (counter is { } face)
        {
            int cell = layout.Cells - 1;
            FaceSide<Scalar> side = line.Side(cell, concentration[cell]);
            double counterStep = LithiumKernel.Potential<Scalar>(face, side, applied, thermalVoltage, out Scalar eta).Value;
            double half = applied * side.Half / side.Conductivity.Value;
            lithiumKinetics += eta.Value;
            film += applied * face.FilmResistance;
            ohmic[^1] += half;
            concentrationPart += -counterStep - eta.Value - (applied * face.FilmResistance) - half;
        }

        VoltageSplit parts = new()
        {
            OpenCircuit = 0.0,
            SolidDiffusion = 0.0,
            CathodeKinetics = 0.0,
            CathodeFilm = 0.0,
            LithiumKinetics = lithiumKinetics,
            LithiumFilm = film,
            Ohmic = [.. line.Segments.Select((s, index) => new LayerVoltage(s.Name, ohmic[index]))],
            Joints = joints,
            Concentration = concentrationPart,
            Electronic = electronic,
        };
        return cathode is null ? parts : AddCathode(parts, y, share);
    }

    /// <summary>Mean stoichiometry of the cathode [–].</summary>
    /// <param name="y">State.</param>
    /// <returns>Lithium in the cathode over lithium at x = 1.</returns>
    internal double MeanStoichiometry(ReadOnlySpan<double> y)
    {
        ReadOnlySpan<double> shells = layout.Particles(y);
        double lithiumAmount = 0.0, capacity = 0.0;
        for (int lane = 0; lane < layout.Lanes; lane++)
        {
            lithiumAmount += cathode!.LithiumCapacity[lane] * particles!.Mean(shells, lane);
            capacity += cathode.LithiumCapacity[lane];
        }

        return lithiumAmount / capacity;
    }

    private (double Kinetics, double Film, double Concentration) LithiumParts(double applied, double[] ohmic)
    {
        FaceSide<Scalar> first = line.Side(0, concentration[0]);
        double total = LithiumKernel.Potential<Scalar>(lithium, first, -applied, thermalVoltage, out Scalar eta).Value;
        double half = applied * first.Half / first.Conductivity.Value;
        double film = applied * lithium.FilmResistance;
        ohmic[0] += half;
        return (-eta.Value, film, total + eta.Value - film - half);
    }

    /// <summary>Share of the reaction in each cathode cell; by width at rest.</summary>
    private double[] ReactionShares(ReadOnlySpan<double> y)
    {
        double[] share = new double[layout.Lanes];
        double applied = y[layout.Current];
        for (int lane = 0; lane < share.Length; lane++)
        {
            int at = (CellLayout.PerCell * (layout.CathodeStart + lane)) + CellLayout.IonicCurrent;
            share[lane] = Math.Abs(applied) > 1e-9
                ? (y[at] - y[at - CellLayout.PerCell]) / applied
                : cathode!.LithiumCapacity[lane] / cathode.LithiumCapacity.Sum();
        }

        return share;
    }

    private VoltageSplit AddCathode(VoltageSplit parts, ReadOnlySpan<double> y, double[] share)
    {
        particles!.Update(layout.Particles(y));
        SurfaceState(y);
        cathode!.OpenCircuitPotential.Evaluate(surface, temperature, potential);
        double bulk = cathode.OpenCircuitPotential.At(MeanStoichiometry(y), temperature);
        double atSurface = 0.0, kinetics = 0.0, film = 0.0, electrons = 0.0;
        double collector = y[(CellLayout.PerCell * (layout.Cells - 1)) + CellLayout.Solid];
        for (int lane = 0; lane < share.Length; lane++)
        {
            int cell = layout.CathodeStart + lane;
            atSurface += share[lane] * potential[lane];
            film += share[lane] * reactionCurrent[lane] * cathode.Surface.FilmResistance;
            electrons += share[lane] * (collector - y[(CellLayout.PerCell * cell) + CellLayout.Solid]);
            kinetics += share[lane] * ReactionKernel.Overpotential<Scalar>(
                cathode.Surface, concentration[cell], surface[lane], reactionCurrent[lane], thermalVoltage).Value;
        }

        return parts with
        {
            OpenCircuit = bulk,
            SolidDiffusion = atSurface - bulk,
            CathodeKinetics = kinetics,
            CathodeFilm = film,
            Electronic = parts.Electronic + electrons,
        };
    }
}
