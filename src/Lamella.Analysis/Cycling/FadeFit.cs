using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Cycling;

/// <summary>Least squares of one law of fade.</summary>
/// <remarks>Every law is linear but for one parameter, an exponent or the place of a knee, which is searched for outside of the linear part.</remarks>
internal static class FadeFit
{
    private const double LeastExponent = 0.1, LargestExponent = 6.0;
    private const int GridPoints = 60;
    private const int GoldenSteps = 60;
    private const double RoundOff = 1e-13; // of the capacity: what is left of data that lie on a law

    private delegate void Columns(double x, double nonlinear, Span<double> columns);

    /// <summary>Fits Q₀ − c·x^p with a fixed exponent.</summary>
    internal static FadeFitResult? Fixed(FadeLaw law, double[] x, double[] y, double last, double exponent)
    {
        void Row(double at, double power, Span<double> columns) => (columns[0], columns[1]) = (1.0, -Math.Pow(at, power));
        return x.Length < 4 ? null : Report(law, x, y, last, exponent, 2, Row, Row);
    }

    /// <summary>Fits Q₀ − c·x^p with a free exponent.</summary>
    internal static FadeFitResult? Power(double[] x, double[] y, double last)
    {
        if (x.Length < 6)
        {
            return null;
        }

        static void Row(double at, double power, Span<double> columns) => (columns[0], columns[1]) = (1.0, -Math.Pow(at, power));
        double exponent = Math.Exp(Search(Math.Log(LeastExponent), Math.Log(LargestExponent), trial => Sum(x, y, Math.Exp(trial), 2, Row)));
        double loss = Solve(x, y, exponent, 2, Row)[1];
        void Slopes(double at, double power, Span<double> columns) =>
            (columns[0], columns[1], columns[2]) = (1.0, -Math.Pow(at, power), at > 0.0 ? -loss * Math.Pow(at, power) * Math.Log(at) : 0.0);
        return Report(FadeLaw.Power, x, y, last, exponent, 2, Row, Slopes, 3);
    }

    /// <summary>Fits two straight lines that meet at x_k.</summary>
    /// <returns>The fit, with the ends of the interval in which the sum of squares is not larger than chance makes it (the profile of x_k).</returns>
    internal static (FadeFitResult Fit, double Low, double High)? Broken(double[] x, double[] y, double last, int side)
    {
        if (x.Length < (2 * side) + 2)
        {
            return null;
        }

        static void Row(double at, double knee, Span<double> columns) => (columns[0], columns[1], columns[2]) = (1.0, -at, -Math.Max(0.0, at - knee));
        double Profile(double trial) => Sum(x, y, trial, 3, Row);
        double from = x[side - 1], to = x[^side], knee = Search(from, to, Profile);
        double grows = Solve(x, y, knee, 3, Row)[2];
        void Slopes(double at, double place, Span<double> columns)
        {
            Row(at, place, columns);
            columns[3] = at > place ? grows : 0.0;
        }

        FadeFitResult fit = Report(FadeLaw.Broken, x, y, last, knee, 3, Row, Slopes, 4);
        double t = StudentQuantile.TwoSided95(fit.Freedom) * fit.Widening, allowed = Profile(knee) * (1.0 + (t * t / fit.Freedom));
        return (fit, End(Profile, knee, from, allowed) * last, End(Profile, knee, to, allowed) * last);
    }

    /// <summary>Returns the farthest place towards an end at which a function is not above a level, to a millionth of the way.</summary>
    private static double End(Func<double, double> function, double inside, double end, double level)
    {
        int farthest = Enumerable.Range(0, GridPoints + 1).Last(k => k == 0 || function(inside + ((end - inside) * k / GridPoints)) <= level);
        if (farthest == GridPoints)
        {
            return end;
        }

        double good = inside + ((end - inside) * farthest / GridPoints), bad = inside + ((end - inside) * (farthest + 1) / GridPoints);
        for (int i = 0; i < 20; i++)
        {
            double middle = 0.5 * (good + bad);
            (good, bad) = function(middle) <= level ? (middle, bad) : (good, middle);
        }

        return good;
    }

    private static FadeFitResult Report(
        FadeLaw law, double[] x, double[] y, double last, double nonlinear, int linear, Columns row, Columns slopes, int parameters = 2)
    {
        double[] values = Solve(x, y, nonlinear, linear, row), residuals = Residuals(x, y, nonlinear, values, row);
        int freedom = x.Length - parameters;
        double sum = Math.Max(residuals.Sum(r => r * r), x.Length * Math.Pow(RoundOff * values[0], 2));
        double widening = ResidualNoise.Widening(residuals), variance = sum / freedom * widening * widening;
        double[] covariance = Covariance(x, nonlinear, parameters, slopes, variance);
        double Deviation(int i) => Math.Sqrt(Math.Max(0.0, covariance[(i * parameters) + i]));
        bool isBroken = law == FadeLaw.Broken;
        return new FadeFitResult
        {
            Law = law,
            Initial = new Uncertain(values[0], Deviation(0)),
            Loss = new Uncertain(values[1], Deviation(1)),
            Exponent = new Uncertain(isBroken ? 1.0 : nonlinear, law == FadeLaw.Power ? Deviation(2) : 0.0),
            KneeLoss = isBroken ? new Uncertain(values[2], Deviation(2)) : default,
            KneeCycles = isBroken ? nonlinear * last : 0.0,
            LastCycle = last,
            Deviation = Math.Sqrt(sum / freedom),
            Criterion = AkaikeCriterion.Corrected(sum, x.Length, parameters + 1),
            Widening = widening,
            Freedom = freedom,
            Covariance = [.. covariance],
            Parameters = law switch
            {
                FadeLaw.Power => [values[0], values[1], nonlinear],
                FadeLaw.Broken => [values[0], values[1], values[2], nonlinear],
                _ => [values[0], values[1]],
            },
        };
    }

    private static double Sum(double[] x, double[] y, double nonlinear, int columns, Columns row) =>
        Residuals(x, y, nonlinear, Solve(x, y, nonlinear, columns, row), row).Sum(r => r * r);

    private static double[] Residuals(double[] x, double[] y, double nonlinear, double[] values, Columns row)
    {
        double[] residuals = new double[x.Length];
        Span<double> cells = stackalloc double[4];
        for (int i = 0; i < x.Length; i++)
        {
            row(x[i], nonlinear, cells);
            double fitted = 0.0;
            for (int j = 0; j < values.Length; j++)
            {
                fitted += cells[j] * values[j];
            }

            residuals[i] = y[i] - fitted;
        }

        return residuals;
    }

    private static double[] Solve(double[] x, double[] y, double nonlinear, int columns, Columns row)
    {
        double[] normal = Normal(x, nonlinear, columns, row), values = new double[columns];
        Span<double> cells = stackalloc double[4];
        for (int i = 0; i < x.Length; i++)
        {
            row(x[i], nonlinear, cells);
            for (int j = 0; j < columns; j++)
            {
                values[j] += cells[j] * y[i];
            }
        }

        Cholesky.Factor(normal, columns, 1e-14);
        Cholesky.Solve(normal, columns, values);
        return values;
    }

    private static double[] Normal(double[] x, double nonlinear, int columns, Columns row)
    {
        double[] normal = new double[columns * columns];
        Span<double> cells = stackalloc double[4];
        foreach (double at in x)
        {
            row(at, nonlinear, cells);
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < columns; k++)
                {
                    normal[(j * columns) + k] += cells[j] * cells[k];
                }
            }
        }

        return normal;
    }

    private static double[] Covariance(double[] x, double nonlinear, int columns, Columns slopes, double variance)
    {
        // In columns of length 1, so that a capacity in coulombs beside an exponent costs no digits.
        double[] normal = Normal(x, nonlinear, columns, slopes), length = [.. Enumerable.Range(0, columns).Select(j => Math.Sqrt(normal[(j * columns) + j]))];
        for (int i = 0; i < normal.Length; i++)
        {
            normal[i] /= Math.Max(length[i / columns] * length[i % columns], double.Epsilon);
        }

        double[] covariance = new double[columns * columns], column = new double[columns];
        Cholesky.Factor(normal, columns, 1e-14);
        for (int k = 0; k < columns; k++)
        {
            Array.Clear(column);
            column[k] = variance;
            Cholesky.Solve(normal, columns, column);
            for (int j = 0; j < columns; j++)
            {
                covariance[(j * columns) + k] = column[j] / Math.Max(length[j] * length[k], double.Epsilon);
            }
        }

        return covariance;
    }

    /// <summary>Finds the least value of a function of one variable: the best point of a grid, then golden sections about it.</summary>
    private static double Search(double from, double to, Func<double, double> function)
    {
        double step = (to - from) / GridPoints;
        int best = Enumerable.Range(0, GridPoints + 1).MinBy(k => function(from + (k * step)));
        double low = Math.Max(from, from + ((best - 1) * step)), high = Math.Min(to, from + ((best + 1) * step));
        double share = 0.5 * (Math.Sqrt(5.0) - 1.0), a = high - (share * (high - low)), b = low + (share * (high - low));
        double atA = function(a), atB = function(b);
        for (int i = 0; i < GoldenSteps && high - low > 1e-12 * Math.Max(1.0, Math.Abs(high)); i++)
        {
            if (atA <= atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - (share * (high - low));
                atA = function(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + (share * (high - low));
                atB = function(b);
            }
        }

        return 0.5 * (low + high);
    }
}
