using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Draws starting values from the data: shapes at random, their sizes by non-negative linear least squares.</summary>
/// <remarks>
/// The branches in series at the root of a circuit are linear in their sizes (in parallel, their admittances are), so only time
/// constants, exponents and ratios inside a branch are drawn. Frequencies are drawn over the range of the data; what stands
/// in series inside a parallel connection acts below the frequency at which the connection turns.
/// </remarks>
internal sealed class StartGenerator
{
    private const double Beyond = 3.0; // time constants may lie this far outside the data

    private readonly FitLayout _layout;
    private readonly SpectrumData _data;
    private readonly SeededGenerator _random;
    private readonly CircuitNode[] _branches;
    private readonly BranchSizes _sizes;

    internal StartGenerator(FitLayout layout, SpectrumData data, CircuitEvaluator evaluator, ulong seed)
    {
        (_layout, _data, _random) = (layout, data, new SeededGenerator(seed));
        CircuitNode root = layout.Circuit.Root;
        _branches = root.Joint == Joint.None ? [root] : [.. root.Children];
        _sizes = new BranchSizes(layout, data, evaluator, _branches);
    }

    /// <summary>Draws a start.</summary>
    /// <param name="variables">Receives the variables.</param>
    /// <returns>An estimate of the sum of squares there, to compare starts by.</returns>
    internal double Draw(double[] variables)
    {
        double[] values = new double[_layout.Circuit.Parameters.Length];
        double[] omegas = Frequencies();
        for (int b = 0; b < _branches.Length; b++)
        {
            DrawNode(_branches[b], SizeAt(omegas[b]), omegas[b], values);
        }

        return Finish(values, variables);
    }

    /// <summary>Takes time constants that the data show; exponents, and times beyond these, are drawn.</summary>
    /// <param name="times">Time constants [s], the most important first, at least one.</param>
    /// <param name="isShuffled">Whether they are dealt out in any order; otherwise the fastest come first, as the circuit is written.</param>
    /// <param name="variables">Receives the variables.</param>
    /// <returns>An estimate of the sum of squares there.</returns>
    internal double DrawAt(ReadOnlySpan<double> times, bool isShuffled, double[] variables)
    {
        double[] omegas = [.. times[..Math.Min(times.Length, Math.Max(1, _layout.Circuit.Root.TimeConstants(_layout.Circuit.Components)))]];
        for (int k = 0; k < omegas.Length; k++)
        {
            omegas[k] = 1.0 / omegas[k];
        }

        Array.Sort(omegas, (one, other) => other.CompareTo(one));
        if (isShuffled)
        {
            _random.Shuffle(omegas.AsSpan());
        }

        var known = new Queue<double>(omegas);
        double[] values = new double[_layout.Circuit.Parameters.Length];
        double common = _layout.Circuit.Root.Joint == Joint.Parallel ? Next(known) : double.NaN;
        foreach (CircuitNode branch in _branches)
        {
            double omega = double.IsNaN(common) ? Own(branch, known) : common;
            DrawNode(branch, SizeAt(omega), omega, values, known);
        }

        return Finish(values, variables);
    }

    /// <summary>Draws one branch anew and leaves the others as they are.</summary>
    /// <param name="from">Variables to begin from.</param>
    /// <param name="variables">Receives the variables.</param>
    /// <returns>An estimate of the sum of squares there.</returns>
    internal double Redraw(ReadOnlySpan<double> from, double[] variables)
    {
        double[] values = new double[_layout.Circuit.Parameters.Length];
        _layout.ToValues(from, values);
        CircuitNode node = _branches[_random.NextBelow(_branches.Length)];
        double omega = AnyFrequency();
        // Descend into the branch sometimes, so that one element of a nested branch is drawn alone.
        while (node.Children.Length > 0 && _random.NextUniform() < 0.4)
        {
            node = node.Children[_random.NextBelow(node.Children.Length)];
        }

        DrawNode(node, SizeAt(omega), omega, values);
        return Finish(values, variables);
    }

    /// <summary>Takes the guesses of the user, drawing what they leave open.</summary>
    /// <param name="resize">Whether the branches are given the sizes that suit the data.</param>
    /// <param name="variables">Receives the variables.</param>
    /// <returns>An estimate of the sum of squares there.</returns>
    internal double Guess(bool resize, double[] variables)
    {
        double[] values = new double[_layout.Circuit.Parameters.Length];
        Draw(variables);
        _layout.ToValues(variables, values);
        for (int p = 0; p < values.Length; p++)
        {
            values[p] = double.IsNaN(_layout.Start[p]) ? values[p] : _layout.Start[p];
        }

        if (resize)
        {
            return Finish(values, variables);
        }

        _layout.ToVariables(values, variables);
        return double.NaN;
    }

    /// <summary>Tosses a coin.</summary>
    internal bool Toss() => _random.NextUniform() < 0.5;

    /// <summary>Chooses one of several.</summary>
    internal int Choose(int count) => _random.NextBelow(count);

    private double Finish(double[] values, double[] variables)
    {
        Constrain(values, variables);
        double sum = _sizes.Apply(values);
        Constrain(values, variables);
        return sum;
    }

    /// <summary>Brings fixed, shared and bounded parameters to what they may be.</summary>
    private void Constrain(double[] values, double[] variables)
    {
        _layout.ToVariables(values, variables);
        _layout.ToValues(variables, values);
    }

    private double[] Frequencies()
    {
        int count = _branches.Length;
        double[] omegas = new double[count];
        double from = Math.Log(_data.Range.Fast * Beyond), span = from - Math.Log(_data.Range.Slow / Beyond);
        for (int b = 0; b < count; b++)
        {
            omegas[b] = Math.Exp(from - (span * (b + _random.NextUniform()) / count)); // one in each stratum, falling
        }

        if (_random.NextUniform() < 0.5)
        {
            _random.Shuffle(omegas.AsSpan());
        }

        return omegas;
    }

    private double Own(CircuitNode node, Queue<double> known) =>
        node.TimeConstants(_layout.Circuit.Components) > 0 ? Next(known) : AnyFrequency();

    private double Next(Queue<double> known) => known.Count > 0 ? known.Dequeue() : AnyFrequency();

    private double AnyFrequency() => Math.Exp(
        Math.Log(_data.Range.Slow / Beyond) + (_random.NextUniform() * Math.Log(_data.Range.Fast / _data.Range.Slow * Beyond * Beyond)));

    private double SizeAt(double omega)
    {
        int nearest = 0;
        double[] omegas = _data.Grid.Omega;
        for (int i = 1; i < omegas.Length; i++)
        {
            nearest = Math.Abs(Math.Log(omegas[i] / omega)) < Math.Abs(Math.Log(omegas[nearest] / omega)) ? i : nearest;
        }

        return Math.Max(_data.Modulus[nearest], _data.Range.Least) * Math.Exp(0.5 * _random.NextNormal());
    }

    private void DrawNode(CircuitNode node, double size, double omega, double[] values, Queue<double>? known = null)
    {
        switch (node.Joint)
        {
            case Joint.None:
                CircuitComponent component = _layout.Circuit.Components[node.Component];
                component.Element.Draw(size, omega, _random, values.AsSpan(component.FirstParameter, component.Element.Parameters.Length));
                break;
            case Joint.Parallel:
                // Sometimes one branch hardly carries current: what is left acts as if it stood alone.
                int idle = _random.NextUniform() < 0.15 ? _random.NextBelow(node.Children.Length) : -1;
                for (int c = 0; c < node.Children.Length; c++)
                {
                    double factor = c == idle ? Math.Exp(8.0 * _random.NextUniform()) : Math.Exp(0.3 * _random.NextNormal());
                    DrawNode(node.Children[c], size * factor, omega, values, known);
                }

                break;
            default:
                foreach (CircuitNode child in node.Children)
                {
                    double drawn = omega * Math.Exp(-_random.NextUniform() * Math.Max(1.0, Math.Log(omega * Beyond / _data.Range.Slow)));
                    double slower = known is { Count: > 0 } && child.TimeConstants(_layout.Circuit.Components) > 0 ? known.Dequeue() : drawn;
                    DrawNode(child, size * Math.Exp(0.8 * _random.NextNormal()), slower, values, known);
                }

                break;
        }
    }
}
