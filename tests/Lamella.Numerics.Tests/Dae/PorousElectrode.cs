using Lamella.Numerics.Dae;
using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Dae;

/// <summary>A dimensionless porous electrode: concentration c, stoichiometry s, potentials φe and φs in each of 75 cells.</summary>
/// <remarks>
/// Diffusion and migration along x, sinh kinetics, an open-circuit potential with a step, a current that oscillates.
/// Hand-written Jacobian on 4×4 blocks: the structure of a cell model at the size of one. One root: φs at the end falls
/// through 144. Total c + γ/β-weighted s and charge obey linear balances.
/// </remarks>
internal sealed class PorousElectrode : IDaeSystem
{
    internal const int Cells = 75;

    private const double Source = 0.3; // β, salt set free per reaction
    private const double Electronic = 10.0; // σ
    private const double Grid = (double)Cells * Cells; // 1/Δx²

    private readonly BlockTridiagonal4 matrix = new(Cells);
    private readonly double[] own = new double[2 * Cells]; // ∂F/∂y on the diagonal of the two differential rows

    /// <summary>Gets or sets D.</summary>
    internal double Diffusivity { get; set; } = 0.5;

    /// <summary>Gets or sets κ.</summary>
    internal double Conductivity { get; set; } = 0.8;

    /// <summary>Gets or sets i₀.</summary>
    internal double Exchange { get; set; } = 0.5;

    /// <summary>Gets or sets the mean current.</summary>
    internal double Current { get; set; } = -1.0;

    public int Size => 4 * Cells;

    public int RootCount => 1;

    internal static double[] Start()
    {
        double[] y = new double[4 * Cells];
        for (int i = 0; i < Cells; i++)
        {
            (y[4 * i], y[(4 * i) + 1], y[(4 * i) + 3]) = (1.0, 0.1, OpenCircuit(0.1));
        }

        return y;
    }

    public void MarkDifferential(Span<bool> differential)
    {
        for (int i = 0; i < differential.Length; i++)
        {
            differential[i] = i % 4 < 2;
        }
    }

    public CallbackStatus EvaluateResidual(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double applied = Current * (1.0 + (0.5 * Math.Sin(40.0 * time)));
        for (int i = 0; i < Cells; i++)
        {
            int at = 4 * i;
            (double c, double s, double pe, double ps) = (y[at], y[at + 1], y[at + 2], y[at + 3]);
            double j = 2.0 * Exchange * Math.Sqrt(Math.Max(c, 1e-12)) * Math.Sinh(0.5 * (ps - pe - OpenCircuit(s)));
            bool first = i == 0, last = i == Cells - 1;
            double salt = (first ? 2.0 * (1.0 - c) : y[at - 4] - c) + (last ? 0.0 : y[at + 4] - c);
            double ionic = (first ? -2.0 * pe : y[at - 2] - pe) + (last ? 0.0 : y[at + 6] - pe);
            double electronic = (first ? 0.0 : y[at - 1] - ps) + (last ? 0.0 : y[at + 7] - ps);
            residual[at] = yPrime[at] - (Diffusivity * Grid * salt) - (Source * j);
            residual[at + 1] = yPrime[at + 1] + j;
            residual[at + 2] = (Conductivity * Grid * ionic) + j;
            residual[at + 3] = (Electronic * Grid * electronic) - j + (last ? applied * Cells : 0.0);
        }

        return CallbackStatus.Success;
    }

    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        matrix.Clear();
        for (int i = 0; i < Cells; i++)
        {
            double c = Math.Max(y[4 * i], 1e-12), s = y[(4 * i) + 1];
            double half = 0.5 * (y[(4 * i) + 3] - y[(4 * i) + 2] - OpenCircuit(s)), root = Math.Sqrt(c);
            double g = Exchange * root * Math.Cosh(half);
            ReadOnlySpan<double> slope = [Exchange * Math.Sinh(half) / root, -g * OpenCircuitSlope(s), -g, g]; // of j
            Span<double> d = matrix.Diagonal(i), l = matrix.Lower(i), u = matrix.Upper(i);
            for (int k = 0; k < 4; k++)
            {
                (d[k], d[4 + k], d[8 + k], d[12 + k]) = (-Source * slope[k], slope[k], slope[k], -slope[k]);
            }

            bool first = i == 0, last = i == Cells - 1;
            double sides = (first ? 2.0 : 1.0) + (last ? 0.0 : 1.0), closed = (first ? 0.0 : 1.0) + (last ? 0.0 : 1.0);
            d[0] += Diffusivity * Grid * sides;
            d[10] -= Conductivity * Grid * sides;
            d[15] -= Electronic * Grid * closed;
            (l[0], l[10], l[15]) = (-Diffusivity * Grid, Conductivity * Grid, Electronic * Grid);
            (u[0], u[10], u[15]) = (-Diffusivity * Grid, Conductivity * Grid, Electronic * Grid);
            (own[2 * i], own[(2 * i) + 1]) = (d[0], d[5]);
        }

        return CallbackStatus.Success;
    }

    public CallbackStatus Factor(double derivativeFactor)
    {
        for (int i = 0; i < Cells; i++)
        {
            Span<double> d = matrix.Diagonal(i);
            (d[0], d[5]) = (own[2 * i] + derivativeFactor, own[(2 * i) + 1] + derivativeFactor);
        }

        return matrix.Factor() ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    public void Solve(Span<double> rightHandSide) => matrix.Solve(rightHandSide);

    public CallbackStatus EvaluateRoots(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        values[0] = y[^1] - 144.0;
        return CallbackStatus.Success;
    }

    private static double OpenCircuit(double s) => 150.0 - (5.0 * s) - (2.0 * Math.Tanh(8.0 * (s - 0.5)));

    private static double OpenCircuitSlope(double s)
    {
        double tanh = Math.Tanh(8.0 * (s - 0.5));
        return -5.0 - (16.0 * (1.0 - (tanh * tanh)));
    }
}
