using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>The particles of one porous electrode on equal shells, one time step after another.</summary>
/// <remarks>
/// D is a constant, so that each step gives the surface as a straight line over the interfacial current. The surface value
/// itself lies on the straight line through the two outermost shells, as in the reference solutions.
/// </remarks>
internal sealed class PlainParticles
{
    private readonly int shells;
    private readonly int lanes;
    private readonly double[] volume; // per 4π [m³]
    private readonly double[] conductance; // of the faces between shells, per 4π [m³/s]
    private readonly double inflow; // stoichiometry·m³ per 4π that 1 A/m² of oxidation takes each second
    private readonly double[] response; // of one particle to 1 A/m²
    private readonly double[] guess;
    private readonly TridiagonalBatch batch;
    private double[] last;
    private double[] before;

    internal PlainParticles(PorousElectrode electrode, int shells, int lanes)
    {
        (this.shells, this.lanes) = (shells, lanes);
        ActiveParticles particles = electrode.Particles[0];
        double radius = particles.Radius, width = radius / shells, diffusivity = particles.Material.Diffusivity.At(0.5, 298.15);
        volume = [.. Enumerable.Range(0, shells).Select(i => (Math.Pow((i + 1) * width, 3) - Math.Pow(i * width, 3)) / 3.0)];
        conductance = [.. Enumerable.Range(1, shells - 1).Select(i => Math.Pow(i * width, 2) * diffusivity / width)];
        inflow = radius * radius / (PhysicalConstants.Faraday * particles.MaximumConcentration);
        last = Enumerable.Repeat(particles.ChargedStoichiometry, shells * lanes).ToArray();
        before = [.. last];
        (response, guess) = (new double[shells * lanes], new double[shells * lanes]);
        batch = new TridiagonalBatch(shells, lanes);
    }

    /// <summary>Gets the change of the surface stoichiometry by the interfacial current [m²/A].</summary>
    internal double SurfaceSlope { get; private set; }

    /// <summary>Surface stoichiometry at no current, of one cell.</summary>
    internal double SurfaceAtRest(int lane) => Surface(guess, lane);

    /// <summary>Prepares a step with dx/dt = α·x + β·x(last) + γ·x(before).</summary>
    internal void Prepare(double alpha, double beta, double gamma)
    {
        double[] lower = new double[shells * lanes], diagonal = new double[shells * lanes], upper = new double[shells * lanes];
        for (int at = 0; at < diagonal.Length; at++)
        {
            int shell = at / lanes;
            double inner = shell > 0 ? conductance[shell - 1] : 0.0, outer = shell + 1 < shells ? conductance[shell] : 0.0;
            (lower[at], diagonal[at], upper[at]) = (-inner, (alpha * volume[shell]) + inner + outer, -outer);
            guess[at] = -volume[shell] * ((beta * last[at]) + (gamma * before[at]));
            response[at] = shell + 1 < shells ? 0.0 : -inflow;
        }

        batch.Factor(lower, diagonal, upper).ShouldBeTrue();
        batch.Solve(guess);
        batch.Solve(response);
        SurfaceSlope = Surface(response, 0);
    }

    /// <summary>Takes the step with these interfacial currents, oxidation positive [A/m²].</summary>
    internal void Accept(Func<int, double> current)
    {
        (before, last) = (last, before);
        for (int at = 0; at < last.Length; at++)
        {
            last[at] = guess[at] + (response[at] * current(at % lanes));
        }
    }

    private double Surface(double[] x, int lane)
    {
        double outermost = x[((shells - 1) * lanes) + lane], next = x[((shells - 2) * lanes) + lane];
        return outermost + (0.5 * (outermost - next));
    }
}
