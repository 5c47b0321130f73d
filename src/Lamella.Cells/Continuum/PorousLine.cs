using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Running;

namespace Lamella.Cells.Continuum;

/// <summary>One porous electrode: conduction in the solid, double layer, and its particle groups.</summary>
internal sealed class PorousLine
{
    private readonly double conductivity;
    private readonly double[] widths;

    /// <summary>Lays out an electrode.</summary>
    /// <param name="electrode">Its description.</param>
    /// <param name="segment">Its cells.</param>
    /// <param name="line">The electrolyte line.</param>
    /// <param name="options">Mesh.</param>
    /// <param name="temperature">T [K].</param>
    internal PorousLine(PorousElectrode electrode, Segment segment, ElectrolyteLine line, CellOptions options, double temperature)
    {
        conductivity = electrode.ElectronicConductivity;
        widths = line.Widths.ToArray();
        Phase = new SecondPhase(segment, line);
        Phase.SetConductivity(widths, conductivity);
        Groups =
        [
            .. electrode.Particles.Select(particles => new ParticleGroup(
                particles, electrode.Pores is BinaryLayer, segment, line.Widths, options, temperature)),
        ];
        DoubleLayer = new double[segment.Count];
        foreach (ParticleGroup group in Groups)
        {
            for (int lane = 0; lane < segment.Count; lane++)
            {
                DoubleLayer[lane] += electrode.DoubleLayerCapacitance / group.InverseArea[lane];
            }
        }

        HasDoubleLayer = electrode.DoubleLayerCapacitance > 0.0;
    }

    /// <summary>Gets the solid.</summary>
    internal SecondPhase Phase { get; }

    /// <summary>Gets the particle groups; the first takes what current the others and the double layer leave.</summary>
    internal ImmutableArray<ParticleGroup> Groups { get; }

    /// <summary>Gets the capacitance of each cell per geometric area [F/m²].</summary>
    internal double[] DoubleLayer { get; }

    /// <summary>Gets a value indicating whether E is a differential unknown here.</summary>
    internal bool HasDoubleLayer { get; }

    /// <summary>Gets the lithium of all particles at x = 1 per geometric area [mol/m²].</summary>
    internal double Capacity => Groups.Sum(group => group.Capacity.Sum());

    /// <summary>Lithium of the particles per geometric area [mol/m²].</summary>
    internal double LithiumOf(ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        foreach (ParticleGroup group in Groups)
        {
            sum += group.LithiumOf(y);
        }

        return sum;
    }

    /// <summary>Charge of the double layer per geometric area, solid positive [C/m²].</summary>
    internal double DoubleLayerCharge(ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int lane = 0; HasDoubleLayer && lane < DoubleLayer.Length; lane++)
        {
            sum += DoubleLayer[lane] * y[(CellLayout.PerCell * (Phase.Segment.First + lane)) + CellLayout.Potential];
        }

        return sum;
    }
}
