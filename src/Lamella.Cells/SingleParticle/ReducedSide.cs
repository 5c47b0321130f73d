using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Core;

namespace Lamella.Cells.SingleParticle;

/// <summary>One side of the cell: a porous electrode whose particles all carry the mean current, or planar lithium.</summary>
/// <remarks>
/// o is the oxidation current per geometric area: o = ±I − C·dE/dt with + on the positive side. E is the potential of the
/// electrode against the electrolyte next to it, the film of particles included; w the drop over the film of lithium.
/// </remarks>
internal sealed class ReducedSide
{
    private readonly ParticleGroup? group;
    private readonly Joint? joint;
    private LithiumFace face;

    internal ReducedSide(Electrode electrode, CellOptions options, double temperature, int sign, ElectrolyteLine line, Joint joint)
    {
        (Description, Sign, Cell) = (electrode, sign, sign < 0 ? 0 : line.Count - 1);
        Capacitance = electrode.DoubleLayerCapacitance;
        if (electrode is PorousElectrode porous)
        {
            Segment end = line.Segments[sign < 0 ? 0 : ^1];
            group = new ParticleGroup(
                porous.Particles[0], porous.Pores is BinaryLayer, end with { First = 0, Count = 1 }, [porous.Thickness], options, temperature);
            Capacitance /= group.InverseArea[0];
            (FirstCell, Share) = (end.First, [.. line.Widths.Slice(end.First, end.Count).ToArray().Select(w => w / porous.Thickness)]);
            SolidResistance = porous.Thickness / (3.0 * porous.ElectronicConductivity);
            return;
        }

        this.joint = joint;
        FilmCapacitance = ((LithiumElectrode)electrode).FilmCapacitance;
        SetTemperature(temperature);
    }

    internal Electrode Description { get; }

    /// <summary>Gets +1 on the positive and −1 on the negative side.</summary>
    internal int Sign { get; }

    /// <summary>Gets the electrolyte cell next to planar lithium.</summary>
    internal int Cell { get; }

    /// <summary>Gets a value indicating whether the side is porous.</summary>
    internal bool IsPorous => group is not null;

    /// <summary>Gets the first electrolyte cell of a porous side.</summary>
    internal int FirstCell { get; }

    /// <summary>Gets the share of each cell in the thickness of a porous side [–].</summary>
    internal double[] Share { get; } = [];

    /// <summary>Gets the mean particle, one lane; null for lithium.</summary>
    internal ParticleArray? Particle => group?.Array;

    /// <summary>Gets the double-layer capacitance per geometric area [F/m²].</summary>
    internal double Capacitance { get; }

    /// <summary>Gets the film resistance of planar lithium [Ω·m²].</summary>
    internal double FilmResistance => face.FilmResistance;

    /// <summary>Gets the film capacitance of planar lithium [F/m²].</summary>
    internal double FilmCapacitance { get; }

    /// <summary>Gets the electronic resistance that the mean path sees, L/(3σ) [Ω·m²].</summary>
    internal double SolidResistance { get; }

    /// <summary>Gets the resistance of the joint next to planar lithium [Ω·m²].</summary>
    internal double JointResistance { get; private set; }

    /// <summary>Gets the kinetics of planar lithium.</summary>
    internal ref readonly LithiumFace Face => ref face;

    /// <summary>Gets the kinetics of the particles.</summary>
    internal ParticleSurface Surface => group!.SurfaceKinetics;

    /// <summary>Gets particle surface current per o [–].</summary>
    internal double InverseArea => group!.InverseArea[0];

    /// <summary>Gets the lithium of the particles at x = 1 per geometric area [mol/m²].</summary>
    internal double LithiumCapacity => group?.Capacity[0] ?? 0.0;

    /// <summary>Gets the rate of the outermost shell per o [m²/C].</summary>
    internal double ShellFactor => Particle!.SurfaceFlowFactor * InverseArea;

    /// <summary>Gets the lithium of a foil at the start [mol/m²].</summary>
    internal double Foil => Description is LithiumElectrode foil ? foil.Thickness / foil.Metal.MolarVolume : 0.0;

    /// <summary>Gets or sets ∂(heat balance)/∂(outermost shell).</summary>
    internal double HeatByShell { get; set; }

    /// <summary>Gets or sets ∂(heat balance)/∂o.</summary>
    internal double HeatByOxidation { get; set; }

    /// <summary>Gets or sets where the stoichiometries stand.</summary>
    internal int ShellStart { get; set; }

    /// <summary>Gets or sets the number of shells.</summary>
    internal int Shells { get; set; }

    /// <summary>Gets or sets where E stands.</summary>
    internal int Potential { get; set; }

    /// <summary>Gets or sets where w stands.</summary>
    internal int Film { get; set; }

    /// <summary>Gets or sets where the lithium of the foil stands.</summary>
    internal int Lithium { get; set; }

    /// <summary>Takes another temperature.</summary>
    /// <param name="temperature">T [K].</param>
    internal void SetTemperature(double temperature)
    {
        group?.SetTemperature(temperature);
        if (Description is LithiumElectrode foil)
        {
            JointResistance = ElectrolyteLine.ResistanceOf(joint!, temperature);
            face = LithiumKernel.Of(foil.Metal, temperature, foil.FilmResistance / PhysicalConstants.ArrheniusFactor(
                foil.FilmActivationEnergy, temperature, foil.FilmReferenceTemperature));
        }
    }

    /// <summary>Gets the stoichiometries of a state.</summary>
    internal ReadOnlySpan<double> ShellsOf(ReadOnlySpan<double> y) => y.Slice(ShellStart, Shells);

    /// <summary>Gets the stoichiometries of a state.</summary>
    internal Span<double> ShellsOf(Span<double> y) => y.Slice(ShellStart, Shells);

    /// <summary>Stoichiometry at a state of charge [–].</summary>
    internal double StoichiometryAt(double stateOfCharge)
    {
        ActiveParticles p = ((PorousElectrode)Description).Particles[0];
        return p.DischargedStoichiometry + (stateOfCharge * (p.ChargedStoichiometry - p.DischargedStoichiometry));
    }

    /// <summary>U and dU/dx [V].</summary>
    /// <param name="stoichiometry">x at the surface [–].</param>
    /// <param name="temperature">T [K].</param>
    internal (double Potential, double Slope) OpenCircuit(double stoichiometry, double temperature)
    {
        Span<double> x = stackalloc double[] { stoichiometry }, potential = stackalloc double[1], slope = stackalloc double[1];
        group!.OpenCircuitPotential.EvaluateWithSlope(x, temperature, potential, slope);
        return (potential[0], slope[0]);
    }

    /// <summary>Stoichiometry at the surface [–].</summary>
    /// <param name="y">State.</param>
    /// <param name="oxidation">o [A/m²].</param>
    internal double SurfaceStoichiometry(ReadOnlySpan<double> y, double oxidation) => y[ShellStart + Shells - 1]
        - (oxidation * InverseArea * Particle!.FluxFactor * Particle.SurfaceDistance / Particle.SurfaceDiffusivity[0]);
}
