using Lamella.Analysis.Impedance.Circuits;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Gives branches that could exchange their places a fixed order, so that an arc keeps its name.</summary>
/// <remarks>
/// Branches of one shape under one parent are a group if none of their parameters is fixed, shared or bounded by the user. They
/// are ordered by time constant, the fastest first, or like given values: those of a guess or of the spectrum before. Two
/// parameters of an element that its impedance cannot tell apart stand with the greater first, or like given values.
/// </remarks>
internal sealed class ArcOrder
{
    private readonly FitLayout _layout;
    private readonly List<List<Arc>> _groups = [];
    private readonly (int First, int Second)[] _twins;

    internal ArcOrder(FitLayout layout)
    {
        _layout = layout;
        Collect(layout.Circuit.Root);
        _twins =
        [
            .. layout.Circuit.Components.Where(component => component.Element.Interchangeable is not null)
                .Select(component => (
                    First: component.FirstParameter + component.Element.Interchangeable!.Value.First,
                    Second: component.FirstParameter + component.Element.Interchangeable!.Value.Second))
                .Where(twin => layout.IsUntied(twin.First) && layout.IsUntied(twin.Second)),
        ];
    }

    /// <summary>Orders the values by time constant.</summary>
    /// <param name="values">Values of all parameters.</param>
    /// <returns>Whether anything changed its place.</returns>
    internal bool SortByTime(double[] values)
    {
        bool changed = false;
        foreach (List<Arc> group in _groups)
        {
            int[] order = [.. Enumerable.Range(0, group.Count).OrderBy(k => group[k].LogTime(values))];
            changed |= Permute(values, group, order);
        }

        foreach ((int first, int second) in _twins.Where(twin => values[twin.First] < values[twin.Second]))
        {
            (values[first], values[second], changed) = (values[second], values[first], true);
        }

        return changed;
    }

    /// <summary>Orders the values so that each arc is nearest to that of the same name in a reference.</summary>
    /// <param name="values">Values of all parameters.</param>
    /// <param name="reference">Values to be near to; NaN where nothing is known.</param>
    /// <returns>Whether anything changed its place.</returns>
    /// <remarks>
    /// The distance of arcs of a resistance R and a capacity C = (Q·R^(1−n))^(1/n) is (Δln R)² + (2·Δln C)²: with temperature,
    /// pressure or time the resistance of an arc moves far and its capacity little. Of other branches, or where not all is
    /// known, it is Σ(Δu)², u the logarithm of a positive parameter and five times an exponent.
    /// </remarks>
    internal bool SortLike(double[] values, ReadOnlySpan<double> reference)
    {
        bool changed = false;
        foreach (List<Arc> group in _groups)
        {
            double[,] distance = new double[group.Count, group.Count];
            for (int from = 0; from < group.Count; from++)
            {
                for (int to = 0; to < group.Count; to++)
                {
                    distance[from, to] = Distance(group[from], group[to], values, reference);
                }
            }

            changed |= Permute(values, group, Assignment.Best(distance));
        }

        foreach ((int first, int second) in _twins)
        {
            if (Math.Log(values[first] / values[second]) * Math.Log(reference[first] / reference[second]) < 0.0)
            {
                (values[first], values[second], changed) = (values[second], values[first], true);
            }
        }

        return changed;
    }

    private double Distance(Arc from, Arc to, double[] values, ReadOnlySpan<double> reference)
    {
        double capacity = from.LogCapacity(values) - to.LogCapacity(reference);
        if (!double.IsNaN(capacity))
        {
            double resistance = Math.Log(values[from.Resistance] / reference[to.Resistance]);
            return (resistance * resistance) + (4.0 * capacity * capacity);
        }

        double sum = 0.0;
        for (int i = 0; i < from.Parameters.Length; i++)
        {
            double known = reference[to.Parameters[i]], value = values[from.Parameters[i]];
            double difference = _layout.Circuit.Parameters[from.Parameters[i]].Kind.IsLogarithmic ? Math.Log(value / known) : 5.0 * (value - known);
            sum += double.IsNaN(difference) ? 0.0 : difference * difference;
        }

        return sum;
    }

    private static bool Permute(double[] values, List<Arc> group, int[] order)
    {
        double[][] moved = [.. order.Select(k => group[k].Parameters.Select(p => values[p]).ToArray())];
        for (int k = 0; k < group.Count; k++)
        {
            for (int i = 0; i < moved[k].Length; i++)
            {
                values[group[k].Parameters[i]] = moved[k][i];
            }
        }

        return !order.SequenceEqual(Enumerable.Range(0, order.Length));
    }

    private void Collect(CircuitNode node)
    {
        Circuit circuit = _layout.Circuit;
        foreach (IGrouping<string, CircuitNode> alike in node.Children.GroupBy(child => child.Shape(circuit.Components)))
        {
            List<Arc> group = [.. alike.Select(child => Arc.Of(circuit, child)).OfType<Arc>().Where(arc => arc.Parameters.All(_layout.IsUntied))];
            if (group.Count > 1)
            {
                _groups.Add(group);
            }
        }

        foreach (CircuitNode child in node.Children)
        {
            Collect(child);
        }
    }

    /// <summary>A branch with a time constant.</summary>
    internal sealed record Arc(int[] Parameters, int Time, int Resistance, int Capacity, int Exponent)
    {
        /// <summary>Finds the time constant of a branch; null where it has none.</summary>
        internal static Arc? Of(Circuit circuit, CircuitNode branch)
        {
            int[] parameters =
            [
                .. branch.Leaves().Select(leaf => circuit.Components[leaf])
                    .SelectMany(component => Enumerable.Range(component.FirstParameter, component.Element.Parameters.Length)),
            ];
            int time = First(circuit, parameters, kind => kind.Unit == "s");
            int resistance = First(circuit, parameters, kind => kind.Unit == "Ω");
            int capacity = First(circuit, parameters, kind => kind.Unit is "F" or "S·s^n");
            int exponent = capacity >= 0 && circuit.Parameters[capacity].Kind.Unit != "F" ? First(circuit, parameters, kind => kind.Symbol == "n") : -1;
            return time >= 0 || (resistance >= 0 && capacity >= 0) ? new Arc(parameters, time, resistance, capacity, exponent) : null;
        }

        /// <summary>ln τ: that of the branch's own time constant, or of (RQ)^(1/n).</summary>
        internal double LogTime(ReadOnlySpan<double> values) => Time >= 0
            ? Math.Log(values[Time])
            : Math.Log(values[Resistance] * values[Capacity]) / Power(values);

        /// <summary>ln C of the arc, C = (Q·R^(1−n))^(1/n); NaN where it has no resistance and capacity.</summary>
        /// <remarks>Hsu and Mansfeld, Corrosion 57 (2001) 747, doi 10.5006/1.3280607.</remarks>
        internal double LogCapacity(ReadOnlySpan<double> values)
        {
            if (Time >= 0)
            {
                return double.NaN;
            }

            double power = Power(values);
            return (Math.Log(values[Capacity]) + ((1.0 - power) * Math.Log(values[Resistance]))) / power;
        }

        private double Power(ReadOnlySpan<double> values) => Exponent < 0 ? 1.0
            : double.IsNaN(values[Exponent]) ? double.NaN : Math.Max(values[Exponent], 0.05);

        private static int First(Circuit circuit, int[] parameters, Func<ElementParameter, bool> suits)
        {
            foreach (int p in parameters)
            {
                if (suits(circuit.Parameters[p].Kind))
                {
                    return p;
                }
            }

            return -1;
        }
    }
}
