using Lamella.Cells.Results;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <content>Splits the terminal voltage into its parts.</content>
internal sealed partial class ContinuumSystem
{
    /// <inheritdoc/>
    public VoltageSplit SplitVoltage(double time, ReadOnlySpan<double> y)
    {
        Unpack(time, y);
        line.Update(concentration);
        var parts = new VoltageParts(line.Segments.Length);
        double applied = y[layout.Current] * scales.Current;
        parts.Electronic += applied * cell.ContactResistance;
        AddFace(negativeFace, -1.0, y, parts);
        AddFace(positiveFace, 1.0, y, parts);
        double[] before = negative is null ? [] : Shares(negative, y), after = positive is null ? [] : Shares(positive, y);
        AddElectrolyte(y, before, after, parts);
        AddElectrode(negative, -1.0, y, before, parts);
        AddElectrode(positive, 1.0, y, after, parts);
        return parts.Sum(line.Segments);
    }

    /// <summary>Share of the current that each cell of a porous electrode exchanges; by capacity at rest.</summary>
    private double[] Shares(PorousLine electrode, ReadOnlySpan<double> y)
    {
        double[] share = new double[electrode.Phase.Segment.Count];
        double sign = electrode == positive ? 1.0 : -1.0, applied = y[layout.Current];
        for (int lane = 0; lane < share.Length; lane++)
        {
            share[lane] = Math.Abs(applied) > 1e-9
                ? sign * Gain(y, electrode.Phase, lane) / applied
                : electrode.Groups[0].Capacity[lane] / electrode.Groups[0].Capacity.Sum();
        }

        return share;
    }

    /// <summary>A planar electrode: the step from its metal to the first cell, with the sign of its side.</summary>
    private void AddFace(PlanarFace? face, double sign, ReadOnlySpan<double> y, VoltageParts parts)
    {
        if (face is null)
        {
            return;
        }

        double drop = FaceDrop(face, y, out Scalar overpotential).Value;
        double stripping = face.Sign * y[layout.Current] * scales.Current, rest = face.RestPotential(y[face.Lithium] * scales.Amount);
        double film = face.Film >= 0 ? y[face.Film] : stripping * face.FilmResistance;
        FaceSide<Scalar> side = SideOf(face.Cell, face.ViaHost);
        double half = IonicAt(face, y) * side.Half.Value / side.Conductivity.Value, joint = stripping * face.JointResistance;
        double host = face.ViaHost ? y[Index(face.Cell, CellLayout.Potential)] : 0.0;
        parts.OpenCircuit += sign * rest;
        parts.LithiumKinetics += sign * (overpotential.Value - rest);
        parts.LithiumFilm += sign * film;
        parts.Joints += sign * joint;
        parts.Ohmic[side.Segment] += sign * (half + host);
        parts.Concentration += sign * (drop - overpotential.Value - film - joint - half);
    }

    /// <summary>The electrolyte between the reactions of both sides, every face with the share of the current that passes it.</summary>
    private void AddElectrolyte(ReadOnlySpan<double> y, double[] before, double[] after, VoltageParts parts)
    {
        double passing = negative is null ? 1.0 : 0.0;
        int end = positive?.Phase.Segment.First ?? layout.Cells;
        for (int k = 0; k + 1 < layout.Cells; k++)
        {
            passing += k < before.Length ? before[k] : 0.0;
            passing -= k >= end ? after[k - end] : 0.0;
            FacePath path = line.Paths[k];
            FaceSide<Scalar> left = SideOf(k, path.LeftHost), right = SideOf(k + 1, path.RightHost);
            double own = PathCurrent(path.Left, k, y), next = PathCurrent(path.Right, k, y);
            double step = y[Index(k + 1, CellLayout.Electrolyte)] - y[Index(k, CellLayout.Electrolyte)];
            double ohmicLeft = (-own * left.Half.Value / left.Conductivity.Value) + (path.LeftHost ? y[Index(k, CellLayout.Potential)] : 0.0);
            double ohmicRight = (-next * right.Half.Value / right.Conductivity.Value) - (path.RightHost ? y[Index(k + 1, CellLayout.Potential)] : 0.0);
            double joint = y[layout.Current] * scales.Current * line.JointResistance[k];
            parts.Ohmic[left.Segment] += passing * ohmicLeft;
            parts.Ohmic[right.Segment] += passing * ohmicRight;
            parts.Joints += passing * joint;
            parts.Concentration += passing * (step - ohmicLeft - ohmicRight - joint);
        }
    }

    /// <summary>A porous electrode: E and the electrons, averaged over the reaction.</summary>
    private void AddElectrode(PorousLine? electrode, double sign, ReadOnlySpan<double> y, double[] share, VoltageParts parts)
    {
        if (electrode is null)
        {
            return;
        }

        UpdateGroups(electrode, y, default);
        SecondPhase phase = electrode.Phase;
        double total = electrode.Groups.Sum(group => 1.0 / group.InverseArea[0]), mean = 0.0, atSurface = 0.0, kinetics = 0.0, film = 0.0;
        foreach (ParticleGroup group in electrode.Groups)
        {
            group.UpdatePotential();
            double area = 1.0 / group.InverseArea[0] / total;
            mean += area * group.OpenCircuitPotential.At(group.LithiumOf(y) / group.Capacity.Sum(), temperature);
            for (int lane = 0; lane < share.Length; lane++)
            {
                double weight = area * share[lane];
                atSurface += weight * group.Potential[lane];
                film += weight * group.Current[lane] * group.SurfaceKinetics.FilmResistance;
            }
        }

        double electrons = 0.0, e = 0.0, applied = y[layout.Current] * scales.Current;
        int collector = sign > 0.0 ? phase.Segment.Last : phase.Segment.First;
        double end = y[Index(collector, CellLayout.Potential)] + y[Index(collector, CellLayout.Electrolyte)];
        for (int lane = 0; lane < share.Length; lane++)
        {
            int at = phase.Segment.First + lane;
            e += share[lane] * y[Index(at, CellLayout.Potential)];
            electrons += share[lane] * (end - y[Index(at, CellLayout.Potential)] - y[Index(at, CellLayout.Electrolyte)]);
        }

        kinetics = e - atSurface - film;
        parts.OpenCircuit += sign * mean;
        parts.SolidDiffusion += sign * (atSurface - mean);
        parts.AddReaction(sign, kinetics, film);
        parts.Electronic += (sign * electrons) + (applied * phase.EndResistance);
    }
}
