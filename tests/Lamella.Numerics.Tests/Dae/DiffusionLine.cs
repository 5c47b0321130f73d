using Lamella.Numerics.Dae;
using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Dae;

/// <summary>u̇ = ∂/∂x(D(u)·∂u/∂x) in equal finite volumes, closed or held at u = 1 on the left.</summary>
/// <remarks>D(u) = 1 + a·u². The Jacobian is that of the fluxes, so its columns sum to zero but for the held end.</remarks>
internal sealed class DiffusionLine : IDaeSystem
{
    private readonly double[] lower;
    private readonly double[] diagonal;
    private readonly double[] upper;
    private readonly double[] shifted;
    private readonly TridiagonalBatch matrix;
    private readonly double width;
    private readonly bool held;
    private readonly double nonlinearity;
    private readonly (int Cell, double Level)[] roots;

    internal DiffusionLine(int cells, double length, bool held, double nonlinearity, params (int Cell, double Level)[] roots)
    {
        (lower, diagonal, upper, shifted) = (new double[cells], new double[cells], new double[cells], new double[cells]);
        matrix = new TridiagonalBatch(cells, 1);
        width = length / cells;
        (this.held, this.nonlinearity, this.roots) = (held, nonlinearity, roots);
    }

    public int Size => lower.Length;

    public int RootCount => roots.Length;

    public void MarkDifferential(Span<bool> differential) => differential.Fill(true);

    public CallbackStatus EvaluateResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double inflow = held ? (1.0 + nonlinearity) * (1.0 - y[0]) / (0.5 * width) : 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double outflow = i + 1 < y.Length ? Diffusivity(0.5 * (y[i] + y[i + 1])) * (y[i] - y[i + 1]) / width : 0.0;
            residual[i] = (width * yPrime[i]) - inflow + outflow;
            inflow = outflow;
        }

        return CallbackStatus.Success;
    }

    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        Array.Clear(diagonal);
        diagonal[0] = held ? (1.0 + nonlinearity) / (0.5 * width) : 0.0;
        for (int i = 0; i + 1 < y.Length; i++)
        {
            double mean = 0.5 * (y[i] + y[i + 1]), curvature = nonlinearity * mean * (y[i] - y[i + 1]) / width;
            double left = curvature + (Diffusivity(mean) / width), right = curvature - (Diffusivity(mean) / width);
            diagonal[i] += left;
            upper[i] = right;
            diagonal[i + 1] -= right;
            lower[i + 1] = -left;
        }

        return CallbackStatus.Success;
    }

    public CallbackStatus Factor(double derivativeFactor)
    {
        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = diagonal[i] + (derivativeFactor * width);
        }

        return matrix.Factor(lower, shifted, upper) ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    public void Solve(Span<double> rightHandSide) => matrix.Solve(rightHandSide);

    public CallbackStatus EvaluateRoots(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        for (int i = 0; i < roots.Length; i++)
        {
            values[i] = y[roots[i].Cell] - roots[i].Level;
        }

        return CallbackStatus.Success;
    }

    private double Diffusivity(double u) => 1.0 + (nonlinearity * u * u);
}
