using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Weighted deviations of a circuit from a spectrum with exact derivatives: real parts first, then imaginary parts.</summary>
internal sealed class CircuitResiduals : ILeastSquaresModel
{
    private readonly FitLayout _layout;
    private readonly SpectrumData _data;
    private readonly double[] _values;

    internal CircuitResiduals(FitLayout layout, SpectrumData data)
    {
        (_layout, _data) = (layout, data);
        _values = new double[layout.Circuit.Parameters.Length];
        Evaluator = new CircuitEvaluator(layout.Circuit, data.Grid);
    }

    /// <inheritdoc/>
    public int ParameterCount => _layout.Count;

    /// <inheritdoc/>
    public int ResidualCount => 2 * _data.Count;

    /// <summary>Gets the evaluator, for the impedance of the last evaluation.</summary>
    internal CircuitEvaluator Evaluator { get; }

    /// <inheritdoc/>
    public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
    {
        _layout.ToValues(parameters, _values);
        Evaluator.Evaluate(_values);
        int count = _data.Count;
        ReadOnlySpan<double> real = Evaluator.Real, imaginary = Evaluator.Imaginary;
        double sum = 0.0;
        for (int i = 0; i < count; i++)
        {
            residuals[i] = (real[i] - _data.Real[i]) * _data.RealWeight[i];
            residuals[count + i] = (imaginary[i] - _data.Imaginary[i]) * _data.ImaginaryWeight[i];
            sum += (residuals[i] * residuals[i]) + (residuals[count + i] * residuals[count + i]);
        }

        if (!double.IsFinite(sum))
        {
            return false;
        }

        Evaluator.Differentiate();
        return Slopes(jacobian, count);
    }

    private bool Slopes(Span<double> jacobian, int count)
    {
        jacobian.Clear();
        bool finite = true;
        for (int p = 0; p < _values.Length; p++)
        {
            int variable = _layout.Variable[p];
            if (variable < 0)
            {
                continue;
            }

            Evaluator.Slope(p, out ReadOnlySpan<double> re, out ReadOnlySpan<double> im);
            Span<double> first = jacobian.Slice(2 * variable * count, count), second = jacobian.Slice(((2 * variable) + 1) * count, count);
            double sum = 0.0;
            for (int i = 0; i < count; i++)
            {
                first[i] += re[i] * _data.RealWeight[i]; // several parameters may share a variable
                second[i] += im[i] * _data.ImaginaryWeight[i];
                sum += first[i] + second[i];
            }

            finite &= double.IsFinite(sum);
        }

        return finite;
    }
}
