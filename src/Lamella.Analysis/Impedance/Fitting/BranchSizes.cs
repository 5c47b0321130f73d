using Lamella.Analysis.Impedance.Circuits;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>The sizes of the branches at the root of a circuit that suit the data best, their shapes being given.</summary>
/// <remarks>
/// Non-negative linear least squares by coordinate descent. A branch that holds a fixed or shared parameter keeps its size. In
/// a parallel root admittances are added; a deviation δY then weighs |Z|²·δY.
/// </remarks>
internal sealed class BranchSizes
{
    private const int Sweeps = 25;
    private const double LeastShare = 3e-3; // of the data: no branch vanishes at a start

    private readonly SpectrumData _data;
    private readonly CircuitEvaluator _evaluator;
    private readonly (int Parameter, int Power)[][] _powers; // per branch, what its size multiplies
    private readonly bool[] _scales;
    private readonly bool _isParallel;
    private readonly double[] _columns;
    private readonly double[] _target;
    private readonly double[] _gram;
    private readonly double[] _right;
    private readonly double[] _size;

    internal BranchSizes(FitLayout layout, SpectrumData data, CircuitEvaluator evaluator, CircuitNode[] branches)
    {
        (_data, _evaluator, _isParallel) = (data, evaluator, layout.Circuit.Root.Joint == Joint.Parallel);
        int count = branches.Length, rows = 2 * data.Count;
        _powers = [.. branches.Select(branch => Powers(layout.Circuit, branch))];
        _scales = [.. _powers.Select(powers => powers.All(entry => layout.Variable[entry.Parameter] >= 0 && IsSingle(layout, entry.Parameter)))];
        (_columns, _target) = (new double[count * rows], new double[rows]);
        (_gram, _right, _size) = (new double[count * count], new double[count], new double[count]);
        Fill(_target, data.Real, data.Imaginary);
    }

    /// <summary>Gives each branch its size.</summary>
    /// <param name="values">Values of all parameters; scaled on return.</param>
    /// <returns>The sum of squares that remains.</returns>
    internal double Apply(double[] values)
    {
        _evaluator.Evaluate(values);
        int count = _size.Length, rows = _target.Length;
        for (int b = 0; b < count; b++)
        {
            _evaluator.Branch(b, out ReadOnlySpan<double> real, out ReadOnlySpan<double> imaginary);
            Fill(_columns.AsSpan(b * rows, rows), real, imaginary);
        }

        double total = Dot(_target, _target);
        for (int b = 0; b < count; b++)
        {
            ReadOnlySpan<double> column = _columns.AsSpan(b * rows, rows);
            _right[b] = Dot(column, _target);
            for (int c = 0; c <= b; c++)
            {
                _gram[(b * count) + c] = _gram[(c * count) + b] = Dot(column, _columns.AsSpan(c * rows, rows));
            }

            _size[b] = 1.0;
        }

        Descend(count, total);
        for (int b = 0; b < count; b++)
        {
            double size = _isParallel ? 1.0 / _size[b] : _size[b];
            foreach ((int parameter, int power) in _powers[b])
            {
                values[parameter] *= power > 0 ? size : 1.0 / size;
            }
        }

        return Remaining(count, total);
    }

    private static (int Parameter, int Power)[] Powers(Circuit circuit, CircuitNode branch) =>
    [
        .. branch.Leaves().Select(leaf => circuit.Components[leaf]).SelectMany(component => component.Element.Parameters.Select(
            (kind, k) => (Parameter: component.FirstParameter + k, Power: kind.ImpedancePower))).Where(entry => entry.Power != 0),
    ];

    private static bool IsSingle(FitLayout layout, int parameter) => layout.Variable.Count(variable => variable == layout.Variable[parameter]) == 1;

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private void Fill(Span<double> column, ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary)
    {
        int count = _data.Count;
        for (int i = 0; i < count; i++)
        {
            (double re, double im, double weight) = (real[i], imaginary[i], 1.0);
            if (_isParallel)
            {
                double square = (re * re) + (im * im);
                (re, im, weight) = (re / square, -im / square, _data.Modulus[i] * _data.Modulus[i]);
            }

            column[i] = re * weight * _data.RealWeight[i];
            column[count + i] = im * weight * _data.ImaginaryWeight[i];
        }
    }

    private void Descend(int count, double total)
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int b = 0; b < count; b++)
            {
                double square = _gram[(b * count) + b];
                if (!_scales[b] || !(square > 0.0))
                {
                    continue;
                }

                double right = _right[b];
                for (int c = 0; c < count; c++)
                {
                    right -= c == b ? 0.0 : _gram[(b * count) + c] * _size[c];
                }

                _size[b] = Math.Max(right / square, LeastShare * Math.Sqrt(total / square));
            }
        }
    }

    private double Remaining(int count, double total)
    {
        double sum = total;
        for (int b = 0; b < count; b++)
        {
            double product = 0.0;
            for (int c = 0; c < count; c++)
            {
                product += _gram[(b * count) + c] * _size[c];
            }

            sum += _size[b] * (product - (2.0 * _right[b]));
        }

        return sum;
    }
}
