using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Materials.Laws;

namespace Lamella.Cells.SingleParticle;

/// <summary>A porous electrode whose particles all carry the mean current.</summary>
internal sealed class ParticleElectrode
{
    private readonly PorousLine line;

    internal ParticleElectrode(
        PorousElectrode electrode, CellOptions options, double temperature, int sign, int firstCell, ReadOnlySpan<double> widths)
    {
        ActiveParticles population = electrode.Particles[0];
        (Description, Sign, FirstCell, Count) = (electrode, sign, firstCell, widths.Length);
        line = new PorousLine(electrode, [electrode.Thickness], temperature);
        Particle = new ParticleArray(
            options.Shells, 1, population.Radius, options.ShellGrading, population.MaximumConcentration,
            population.Material.Diffusivity, temperature);
        Share = [.. widths.ToArray().Select(width => width / electrode.Thickness)];
        SolidResistance = electrode.Thickness / (3.0 * electrode.ElectronicConductivity);
    }

    internal PorousElectrode Description { get; }

    /// <summary>Gets +1 for the positive and −1 for the negative side: oxidation on charge, and reduction.</summary>
    internal int Sign { get; }

    internal int FirstCell { get; }

    internal int Count { get; }

    /// <summary>Gets the mean particle, one lane.</summary>
    internal ParticleArray Particle { get; }

    /// <summary>Gets the share of each cell in the thickness [–].</summary>
    internal double[] Share { get; }

    /// <summary>Gets the electronic resistance that the mean path sees, L/(3σ) [Ω·m²].</summary>
    internal double SolidResistance { get; }

    internal ParticleSurface Surface => line.Surface;

    internal PropertyLaw OpenCircuitPotential => line.OpenCircuitPotential;

    /// <summary>Gets interfacial current per applied current, oxidation positive [–].</summary>
    internal double CurrentFactor => Sign * line.InverseArea[0];

    /// <summary>Gets the lithium at x = 1 per geometric area [mol/m²].</summary>
    internal double LithiumCapacity => line.LithiumCapacity[0];

    /// <summary>Gets the rate of the outermost shell per applied current [m²/(C)].</summary>
    internal double ShellFactor => Particle.SurfaceFlowFactor * CurrentFactor;

    /// <summary>Stoichiometry at a state of charge [–].</summary>
    internal double StoichiometryAt(double stateOfCharge)
    {
        ActiveParticles p = Description.Particles[0];
        return p.DischargedStoichiometry + (stateOfCharge * (p.ChargedStoichiometry - p.DischargedStoichiometry));
    }

    /// <summary>U and dU/dx [V].</summary>
    /// <param name="stoichiometry">x at the surface [–].</param>
    /// <param name="temperature">T [K].</param>
    internal (double Potential, double Slope) OpenCircuit(double stoichiometry, double temperature)
    {
        Span<double> x = stackalloc double[] { stoichiometry }, potential = stackalloc double[1], slope = stackalloc double[1];
        OpenCircuitPotential.EvaluateWithSlope(x, temperature, potential, slope);
        return (potential[0], slope[0]);
    }

    /// <summary>Stoichiometry at the surface [–].</summary>
    /// <param name="shells">Stoichiometries, centre outward.</param>
    /// <param name="applied">I, charging positive [A/m²].</param>
    internal double SurfaceStoichiometry(ReadOnlySpan<double> shells, double applied) =>
        shells[^1] - (applied * CurrentFactor * Particle.FluxFactor * Particle.SurfaceDistance / Particle.SurfaceDiffusivity[0]);
}
