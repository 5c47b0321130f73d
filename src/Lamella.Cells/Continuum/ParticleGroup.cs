using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Equal particles all over one porous electrode: diffusion inside, kinetics at the surface.</summary>
internal sealed class ParticleGroup
{
    private readonly IntercalationKinetics kinetics;
    private readonly double filmResistance;
    private readonly bool dependsOnSalt;
    private double temperature;
    private double thermalVoltage;

    internal ParticleGroup(
        ActiveParticles particles, bool dependsOnSalt, Segment segment, ReadOnlySpan<double> widths, CellOptions options, double temperature)
    {
        (Name, kinetics, filmResistance, this.dependsOnSalt) =
            (particles.Material.Name, particles.Material.Kinetics, particles.FilmResistance, dependsOnSalt);
        OpenCircuitPotential = particles.Material.OpenCircuitPotential;
        Diffusivity = particles.Material.Diffusivity;
        Description = particles;
        First = segment.First;
        Lanes = segment.Count;
        Array = new ParticleArray(
            options.Shells, Lanes, particles.Radius, options.ShellGrading, particles.MaximumConcentration, Diffusivity, temperature);
        (InverseArea, Capacity) = (new double[Lanes], new double[Lanes]);
        double specificArea = 3.0 * particles.VolumeFraction / particles.Radius; // [1/m]
        for (int lane = 0; lane < Lanes; lane++)
        {
            double width = widths[segment.First + lane];
            InverseArea[lane] = 1.0 / (specificArea * width);
            Capacity[lane] = particles.VolumeFraction * width * particles.MaximumConcentration;
        }

        (Current, Surface, Potential, PotentialSlope) = (new double[Lanes], new double[Lanes], new double[Lanes], new double[Lanes]);
        Slopes = new GroupJacobian(Lanes);
        SetTemperature(temperature);
    }

    /// <summary>Gets the name of the material.</summary>
    internal string Name { get; }

    /// <summary>Gets what was described.</summary>
    internal ActiveParticles Description { get; }

    /// <summary>Gets the first cell of the electrode.</summary>
    internal int First { get; }

    /// <summary>Gets the number of cells of the electrode.</summary>
    internal int Lanes { get; }

    /// <summary>Gets or sets where the stoichiometries stand in the state.</summary>
    internal int Offset { get; set; }

    /// <summary>Gets or sets where the currents into the group stand; −1 for the group that takes the rest.</summary>
    internal int CurrentOffset { get; set; } = -1;

    /// <summary>Gets the particles.</summary>
    internal ParticleArray Array { get; }

    /// <summary>Gets U(x, T).</summary>
    internal PropertyLaw OpenCircuitPotential { get; }

    /// <summary>Gets D(x, T).</summary>
    internal PropertyLaw Diffusivity { get; }

    /// <summary>Gets the kinetics of the particle surface at the present temperature.</summary>
    internal ParticleSurface SurfaceKinetics { get; private set; }

    /// <summary>Gets geometric area per particle surface of each cell [–].</summary>
    internal double[] InverseArea { get; }

    /// <summary>Gets the lithium of each cell at x = 1 per geometric area [mol/m²].</summary>
    internal double[] Capacity { get; }

    /// <summary>Gets the interfacial current of each cell at the last evaluation [A/m² of particle surface].</summary>
    internal double[] Current { get; }

    /// <summary>Gets the surface stoichiometry of each cell at the last evaluation [–].</summary>
    internal double[] Surface { get; }

    /// <summary>Gets U at the surface of each cell [V].</summary>
    internal double[] Potential { get; }

    /// <summary>Gets dU/dx at the surface of each cell [V].</summary>
    internal double[] PotentialSlope { get; }

    /// <summary>Gets the derivatives of the kinetics at the last Jacobian.</summary>
    internal GroupJacobian Slopes { get; }

    internal void SetTemperature(double kelvin)
    {
        temperature = kelvin;
        thermalVoltage = PhysicalConstants.ThermalVoltage(kelvin);
        Array.SetTemperature(kelvin);
        SurfaceKinetics = new ParticleSurface(
            kinetics.ReferenceExchangeCurrentDensity * PhysicalConstants.ArrheniusFactor(
                kinetics.ActivationEnergy, kelvin, kinetics.ReferenceTemperature),
            kinetics.TransferCoefficient, filmResistance, dependsOnSalt);
    }

    /// <summary>Gets the stoichiometries in a vector like the state.</summary>
    internal ReadOnlySpan<double> Shells(ReadOnlySpan<double> y) => y.Slice(Offset, Array.Size);

    /// <summary>Gets the stoichiometries in a vector like the state.</summary>
    internal Span<double> Shells(Span<double> y) => y.Slice(Offset, Array.Size);

    /// <summary>Fills the surface stoichiometries from <see cref="Current"/>; false when one leaves (0, 1).</summary>
    internal bool UpdateSurface(ReadOnlySpan<double> y)
    {
        ReadOnlySpan<double> outermost = Shells(y)[^Lanes..], diffusivity = Array.SurfaceDiffusivity;
        double factor = Array.FluxFactor * Array.SurfaceDistance;
        bool inside = true;
        for (int lane = 0; lane < Lanes; lane++)
        {
            double x = outermost[lane] - (Current[lane] * factor / diffusivity[lane]);
            Surface[lane] = x;
            inside &= x > 0.0 && x < 1.0;
        }

        return inside;
    }

    /// <summary>Fills U at the surfaces.</summary>
    internal void UpdatePotential() => OpenCircuitPotential.Evaluate(Surface, temperature, Potential);

    /// <summary>Fills U and dU/dx at the surfaces.</summary>
    internal void UpdatePotentialWithSlope() => OpenCircuitPotential.EvaluateWithSlope(Surface, temperature, Potential, PotentialSlope);

    /// <summary>Charge-transfer overpotential of one cell [V].</summary>
    internal double Overpotential(int lane, double salt) => ReactionKernel.Overpotential<Scalar>(
        SurfaceKinetics, salt, Surface[lane], Current[lane], thermalVoltage).Value;

    /// <summary>What E of one cell must be: U + η + j·R [V].</summary>
    internal double Required(int lane, double salt) =>
        Potential[lane] + Overpotential(lane, salt) + (Current[lane] * SurfaceKinetics.FilmResistance);

    /// <summary>E less what it must be [V], or where the double layer holds E, the current less the one that E drives, times the slope.</summary>
    /// <remarks>
    /// Over a step too short to charge the double layer, E is given and the current is sought. Newton's method on the logarithm of
    /// the current may then swing between two signs for ever; on the current itself it is at the solution at once. Both forms
    /// vanish together and have the same slopes there. The second is left where E would move by more than RT/F.
    /// </remarks>
    internal double Imbalance(int lane, double potential, double salt)
    {
        double plain = potential - Required(lane, salt), held = Slopes.Held[lane];
        if (!(held > 1.0))
        {
            return plain;
        }

        (double driven, double slope) = ReactionKernel.Driven(
            SurfaceKinetics, salt, Surface[lane], potential - Potential[lane], Current[lane], thermalVoltage);
        double explicitly = (driven - Current[lane]) * slope;
        return Math.Abs(explicitly) <= held * thermalVoltage ? explicitly : plain;
    }

    /// <summary>−U − η − j·R with derivatives along c (0), x of the outermost shell (1), and j (2).</summary>
    internal Dual4 Kinetics(int lane, double outermost, double salt)
    {
        Dual4 x = Dual4.Seed(outermost, 1), current = Dual4.Seed(Current[lane], 2);
        Dual4 diffusivity = Dual4.Seed(Array.SurfaceDiffusivity[lane], 1, Array.SurfaceDiffusivitySlope[lane]);
        Dual4 atSurface = x - (current * (Array.FluxFactor * Array.SurfaceDistance) / diffusivity);
        var openCircuit = new Dual4(Potential[lane], atSurface.Slopes * PotentialSlope[lane]);
        Dual4 overpotential = ReactionKernel.Overpotential(SurfaceKinetics, Dual4.Seed(salt, 0), atSurface, current, thermalVoltage);
        return -openCircuit - overpotential - (current * SurfaceKinetics.FilmResistance);
    }

    /// <summary>dU by the outermost shell and by j at the last Jacobian, for one cell.</summary>
    internal (double ByShell, double ByCurrent) OpenCircuitSlopes(int lane)
    {
        double diffusivity = Array.SurfaceDiffusivity[lane], distance = Array.FluxFactor * Array.SurfaceDistance;
        double byShell = 1.0 + (Current[lane] * distance * Array.SurfaceDiffusivitySlope[lane] / (diffusivity * diffusivity));
        return (PotentialSlope[lane] * byShell, -PotentialSlope[lane] * distance / diffusivity);
    }

    /// <summary>Least room for lithium, or lithium, left at a particle surface [–]; needs the surfaces.</summary>
    internal double Room()
    {
        double least = 1.0;
        foreach (double x in Surface)
        {
            least = Math.Min(least, Math.Min(x, 1.0 - x));
        }

        return least;
    }

    /// <summary>Lithium in the particles per geometric area [mol/m²].</summary>
    internal double LithiumOf(ReadOnlySpan<double> y) => Array.SumOfMeans(Shells(y), Capacity);
}
