using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Measurements;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>The deviations of several spectra below each other; common variables first, then those of each spectrum.</summary>
internal sealed class JointResiduals : ILeastSquaresModel
{
    private readonly FitLayout _layout;
    private readonly CircuitResiduals[] _models;
    private readonly FitReport[] _reports;
    private readonly int[][] _place; // per spectrum and own variable, the variable of the whole
    private readonly bool[] _isCommon;
    private readonly double[] _own;
    private readonly double[] _ownJacobian;

    internal JointResiduals(Circuit circuit, ImmutableArray<Spectrum> spectra, ImmutableArray<string> common, CircuitFitOptions options)
    {
        SpectrumData[] data = [.. spectra.Select(spectrum => new SpectrumData(spectrum, options))];
        var range = new DataRange(
            data.Min(one => one.Range.Least), data.Max(one => one.Range.Greatest), data.Min(one => one.Range.Slow), data.Max(one => one.Range.Fast));
        _layout = new FitLayout(circuit, options, range);
        _models = [.. data.Select(one => new CircuitResiduals(_layout, one))];
        _reports = [.. data.Select((one, k) => new FitReport(_layout, one, spectra[k], options))];
        _isCommon = new bool[_layout.Count];
        foreach (string name in common)
        {
            _isCommon[_layout.VariableOf(name)] = true;
        }

        _place = Places(data.Length);
        ParameterCount = _place[^1].Max() + 1;
        ResidualCount = _models.Sum(model => model.ResidualCount);
        (_own, _ownJacobian) = (new double[_layout.Count], new double[_layout.Count * _models.Max(model => model.ResidualCount)]);
        (Lower, Upper, Limit) = (Spread(_layout.Lower), Spread(_layout.Upper), Spread(_layout.Limit));
    }

    /// <inheritdoc/>
    public int ParameterCount { get; }

    /// <inheritdoc/>
    public int ResidualCount { get; }

    /// <summary>Gets the lower bounds of all variables.</summary>
    internal double[] Lower { get; }

    /// <summary>Gets the upper bounds of all variables.</summary>
    internal double[] Upper { get; }

    /// <summary>Gets the longest steps of all variables.</summary>
    internal double[] Limit { get; }

    /// <inheritdoc/>
    public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
    {
        jacobian.Clear();
        int row = 0;
        for (int k = 0; k < _models.Length; k++)
        {
            int count = _models[k].ResidualCount;
            for (int v = 0; v < _own.Length; v++)
            {
                _own[v] = parameters[_place[k][v]];
            }

            if (!_models[k].Evaluate(_own, residuals.Slice(row, count), _ownJacobian.AsSpan(0, _own.Length * count)))
            {
                return false;
            }

            for (int v = 0; v < _own.Length; v++)
            {
                _ownJacobian.AsSpan(v * count, count).CopyTo(jacobian.Slice((_place[k][v] * ResidualCount) + row, count));
            }

            row += count;
        }

        return true;
    }

    /// <summary>Returns variables to begin with: own values of each spectrum, common ones of one spectrum or their mean (−1).</summary>
    internal double[] Start(double[][] values, int leader)
    {
        double[] start = new double[ParameterCount];
        double[][] variables = [.. values.Select(own =>
        {
            double[] one = new double[_layout.Count];
            _layout.ToVariables(own, one);
            return one;
        })];
        for (int k = 0; k < variables.Length; k++)
        {
            for (int v = 0; v < _layout.Count; v++)
            {
                start[_place[k][v]] = !_isCommon[v] ? variables[k][v] : leader < 0 ? variables.Average(one => one[v]) : variables[leader][v];
            }
        }

        return start;
    }

    /// <summary>Makes the result of each spectrum from where a descent rests.</summary>
    internal ImmutableArray<CircuitFitResult> Report(BoundedDescent at, FitCovariance covariance, SearchReport report)
    {
        int freedom = ResidualCount - covariance.Free;
        double variance = _reports[0].Variance(at.SumOfSquares, freedom);
        double[] all = at.Parameters.ToArray();
        return [.. _reports.Select((own, k) => own.Make([.. _place[k].Select(v => all[v])], covariance.Select(_place[k]), variance, freedom, report))];
    }

    private int[][] Places(int spectra)
    {
        int commons = _isCommon.Count(isCommon => isCommon), locals = _isCommon.Length - commons;
        int[][] places = new int[spectra][];
        for (int k = 0; k < spectra; k++)
        {
            (int nextCommon, int nextLocal) = (0, commons + (k * locals));
            places[k] = [.. _isCommon.Select(isCommon => isCommon ? nextCommon++ : nextLocal++)];
        }

        return places;
    }

    private double[] Spread(double[] own)
    {
        double[] all = new double[ParameterCount];
        foreach (int[] place in _place)
        {
            for (int v = 0; v < own.Length; v++)
            {
                all[place[v]] = own[v];
            }
        }

        return all;
    }
}
