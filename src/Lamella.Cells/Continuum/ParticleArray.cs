using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core;
using Lamella.Materials.Laws;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <summary>Radial diffusion in one representative particle per cathode cell; finite volumes on graded shells.</summary>
/// <remarks>
/// <para>∂x/∂t = r⁻²∂(r²D∂x/∂r)/∂r with −D·c_max·∂x/∂r = j/F at the surface. Unknowns: shell-mean stoichiometry x,
/// element shell·lanes + lane, centre outward; one lane per cathode cell.</para>
/// <para>Distances between shell means are those of the parabolic (quasi-steady) profile, so that
/// x_surface − x̄ = −jR/(5·D·F·c_max) holds on any mesh.</para>
/// </remarks>
internal sealed class ParticleArray
{
    private readonly int shells;
    private readonly int lanes;
    private readonly PropertyLaw diffusivity;
    private readonly double[] conductance; // face area / distance, per 4π [m]
    private readonly double[] inverseVolume; // per 4π [1/m³]
    private readonly double[] volume;
    private readonly double[] volumeShare;
    private readonly double[] value; // D per shell and lane [m²/s]
    private readonly double[] slope; // dD/dx
    private readonly double[] lower;
    private readonly double[] diagonal;
    private readonly double[] shifted;
    private readonly double[] upper;
    private readonly TridiagonalBatch batch;
    private double temperature;

    internal ParticleArray(
        int shells, int lanes, double radius, double grading, double maximumConcentration, PropertyLaw diffusivity, double temperature)
    {
        (this.shells, this.lanes, this.diffusivity) = (shells, lanes, diffusivity);
        int count = shells * lanes;
        conductance = new double[shells];
        inverseVolume = new double[shells];
        volume = new double[shells];
        (value, slope) = (new double[count], new double[count]);
        (lower, diagonal, shifted, upper) = (new double[count], new double[count], new double[count], new double[count]);
        batch = new TridiagonalBatch(shells, lanes);
        double[] squares = Geometry(radius, grading);
        double whole = volume.Sum();
        volumeShare = [.. volume.Select(shell => shell / whole)];
        MeanRadius = [.. squares.Select(Math.Sqrt)];
        SurfaceDistance = ((radius * radius) - squares[^1]) / (2.0 * radius);
        FluxFactor = 1.0 / (PhysicalConstants.Faraday * maximumConcentration);
        SurfaceFlowFactor = radius * radius * FluxFactor * inverseVolume[^1];
        SetTemperature(temperature);
    }

    /// <summary>Gets the number of unknowns, shells times lanes.</summary>
    internal int Size => shells * lanes;

    /// <summary>Takes another temperature.</summary>
    /// <param name="kelvin">T [K].</param>
    internal void SetTemperature(double kelvin)
    {
        temperature = kelvin;
        diffusivity.Evaluate(stackalloc double[] { 0.5 }, temperature, value);
        value.AsSpan().Fill(value[0]);
    }

    /// <summary>Gets the radius at which a parabolic profile has the mean of each shell, from the centre on [m].</summary>
    internal ImmutableArray<double> MeanRadius { get; }

    /// <summary>Gets the distance from the outermost shell mean to the surface [m].</summary>
    internal double SurfaceDistance { get; }

    /// <summary>Gets 1/(F·c_max): turns interfacial current into a flux of stoichiometry [m³/C].</summary>
    internal double FluxFactor { get; }

    /// <summary>Gets the rate of the outermost shell per interfacial current [m²/C].</summary>
    internal double SurfaceFlowFactor { get; }

    /// <summary>Gets D of the outermost shells at the last evaluation, shape (lanes) [m²/s].</summary>
    internal ReadOnlySpan<double> SurfaceDiffusivity => value.AsSpan((shells - 1) * lanes);

    /// <summary>Gets dD/dx of the outermost shells at the last Jacobian, shape (lanes) [m²/s].</summary>
    internal ReadOnlySpan<double> SurfaceDiffusivitySlope => slope.AsSpan((shells - 1) * lanes);

    /// <summary>Gets the pivots of the outermost shells after <see cref="Factor"/>, shape (lanes).</summary>
    internal ReadOnlySpan<double> LastPivots => batch.LastPivots;

    /// <summary>Updates D(x).</summary>
    /// <param name="x">Stoichiometries, shape (shells, lanes).</param>
    internal void Update(ReadOnlySpan<double> x)
    {
        if (!diffusivity.IsConstant)
        {
            diffusivity.Evaluate(x, temperature, value);
        }
    }

    /// <summary>Residual x′ − (flow in − flow out)/V of every shell; call <see cref="Update"/> before.</summary>
    /// <param name="x">Stoichiometries, shape (shells, lanes).</param>
    /// <param name="rate">dx/dt [1/s].</param>
    /// <param name="surfaceCurrent">Interfacial current, oxidation positive, shape (lanes) [A/m²].</param>
    /// <param name="residual">Receives the residual, shape (shells, lanes).</param>
    internal void Residual(
        ReadOnlySpan<double> x, ReadOnlySpan<double> rate, ReadOnlySpan<double> surfaceCurrent, Span<double> residual)
    {
        rate.CopyTo(residual);
        for (int shell = 0; shell + 1 < shells; shell++)
        {
            int at = shell * lanes;
            ReadOnlySpan<double> x0 = x.Slice(at, lanes), x1 = x.Slice(at + lanes, lanes);
            ReadOnlySpan<double> d0 = value.AsSpan(at, lanes), d1 = value.AsSpan(at + lanes, lanes);
            Span<double> r0 = residual.Slice(at, lanes), r1 = residual.Slice(at + lanes, lanes);
            double half = 0.5 * conductance[shell], inner = inverseVolume[shell], outer = inverseVolume[shell + 1];
            for (int lane = 0; lane < r0.Length; lane++)
            {
                double flow = half * (d0[lane] + d1[lane]) * (x0[lane] - x1[lane]); // outward, per 4π
                r0[lane] += inner * flow;
                r1[lane] -= outer * flow;
            }
        }

        Span<double> last = residual.Slice((shells - 1) * lanes, lanes);
        for (int lane = 0; lane < last.Length; lane++)
        {
            last[lane] += SurfaceFlowFactor * surfaceCurrent[lane];
        }
    }

    /// <summary>Evaluates ∂residual/∂x and keeps it.</summary>
    /// <param name="x">Stoichiometries, shape (shells, lanes).</param>
    internal void Jacobian(ReadOnlySpan<double> x)
    {
        if (!diffusivity.IsConstant)
        {
            diffusivity.EvaluateWithSlope(x, temperature, value, slope);
        }

        Array.Clear(diagonal);
        for (int shell = 0; shell + 1 < shells; shell++)
        {
            double half = 0.5 * conductance[shell], inner = inverseVolume[shell], outer = inverseVolume[shell + 1];
            for (int lane = 0; lane < lanes; lane++)
            {
                int at = (shell * lanes) + lane, next = at + lanes;
                double mean = half * (value[at] + value[next]), difference = half * (x[at] - x[next]);
                double byInner = mean + (difference * slope[at]), byOuter = -mean + (difference * slope[next]);
                diagonal[at] += inner * byInner;
                upper[at] = inner * byOuter;
                lower[next] = -outer * byInner;
                diagonal[next] -= outer * byOuter;
            }
        }
    }

    /// <summary>Writes ∂residual/∂x and ∂residual/∂x′ of the last Jacobian.</summary>
    /// <param name="entries">Receives them.</param>
    /// <param name="offset">Where the first stoichiometry stands among the unknowns.</param>
    internal void Linearise(SparsePencilBuilder entries, int offset)
    {
        for (int at = 0; at < diagonal.Length; at++)
        {
            entries.Add(offset + at, offset + at, diagonal[at], 1.0);
            if (at >= lanes)
            {
                entries.Add(offset + at, offset + at - lanes, lower[at]);
            }

            if (at + lanes < diagonal.Length)
            {
                entries.Add(offset + at, offset + at + lanes, upper[at]);
            }
        }
    }

    /// <summary>Factors ∂residual/∂x + c·∂residual/∂x′.</summary>
    /// <param name="derivativeFactor">c [1/s].</param>
    /// <returns>False when singular.</returns>
    internal bool Factor(double derivativeFactor)
    {
        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = diagonal[i] + derivativeFactor;
        }

        return batch.Factor(lower, shifted, upper);
    }

    /// <summary>Solves with the factors made last.</summary>
    /// <param name="rightHandSide">Shape (shells, lanes).</param>
    internal void Solve(Span<double> rightHandSide) => batch.Solve(rightHandSide);

    /// <summary>Eliminates towards the surface.</summary>
    /// <param name="rightHandSide">Shape (shells, lanes).</param>
    internal void Forward(Span<double> rightHandSide) => batch.Forward(rightHandSide);

    /// <summary>Substitutes back from the surface, whose solution is already in place.</summary>
    /// <param name="rightHandSide">Shape (shells, lanes).</param>
    internal void Backward(Span<double> rightHandSide) => batch.Backward(rightHandSide);

    /// <summary>Sum of the mean stoichiometries of all particles.</summary>
    /// <param name="x">Stoichiometries, shape (shells, lanes).</param>
    /// <param name="weights">Weight of each particle, shape (lanes).</param>
    /// <returns>Σ weight·(volume mean).</returns>
    internal double SumOfMeans(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        double sum = 0.0;
        for (int shell = 0; shell < shells; shell++)
        {
            sum += volumeShare[shell] * Kernels.Dot(weights, x[(shell * lanes)..]);
        }

        return sum;
    }

    /// <summary>Volume mean of the stoichiometry of a single particle [–].</summary>
    /// <param name="x">Stoichiometries, shape (shells); only where there is one lane.</param>
    internal double Mean(ReadOnlySpan<double> x) => Kernels.Dot(x, volumeShare);

    /// <summary>Share of the impedance of diffusion from the surface that the shells make, at the D there.</summary>
    /// <param name="shift">iω [1/s].</param>
    /// <returns>|1 − Z_exact/Z| with Z_exact ∝ tanh q/(q − tanh q), q = R·√(iω/D) [–].</returns>
    internal double SurfaceError(Complex shift)
    {
        const double Quasisteady = 0.1, Deep = 20.0;
        double radius = Math.Cbrt(3.0 * volume.Sum()), d = value[^1];
        Complex q = radius * Complex.Sqrt(shift / d);
        if (Complex.Abs(q) < Quasisteady)
        {
            return 0.0; // the distances of the shells are exact there
        }

        Complex admittance = shift * volume[0];
        for (int shell = 0; shell + 1 < shells; shell++)
        {
            double face = d * conductance[shell];
            admittance = (shift * volume[shell + 1]) + (face * admittance / (face + admittance));
        }

        Complex tanh = q.Real > Deep ? Complex.One : Complex.Tanh(q);
        Complex discrete = (radius * radius / admittance) + (SurfaceDistance / d), exact = radius / d * tanh / (q - tanh);
        return Complex.Abs(1.0 - (exact / discrete));
    }

    /// <summary>Fills the geometry; returns the mean of r² in each shell.</summary>
    private double[] Geometry(double radius, double grading)
    {
        double[] widths = GradedMesh.TowardsEnd(radius, shells, grading);
        double[] squares = new double[shells], faces = new double[shells];
        double inner = 0.0;
        for (int shell = 0; shell < shells; shell++)
        {
            double outer = shell == shells - 1 ? radius : inner + widths[shell];
            double cubes = Math.Pow(outer, 3) - Math.Pow(inner, 3);
            volume[shell] = cubes / 3.0;
            inverseVolume[shell] = 1.0 / volume[shell];
            squares[shell] = 0.6 * (Math.Pow(outer, 5) - Math.Pow(inner, 5)) / cubes;
            faces[shell] = outer;
            inner = outer;
        }

        for (int shell = 0; shell + 1 < shells; shell++)
        {
            conductance[shell] = 2.0 * Math.Pow(faces[shell], 3) / (squares[shell + 1] - squares[shell]);
        }

        return squares;
    }
}
