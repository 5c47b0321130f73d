using System.Numerics;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>Impedance of a circuit and its exact derivatives on a grid of frequencies, without allocation.</summary>
/// <remarks>
/// Forward, each node's Z from its children; backward, for each element the factor ∂Z/∂Z_element: 1 through a series, and
/// (Z_p/Z_c)² through a parallel connection Z_p = 1/Σ(1/Z_c). One evaluator serves one thread.
/// </remarks>
internal sealed class CircuitEvaluator
{
    private readonly FrequencyGrid _grid;
    private readonly Slot[] _slots; // children before parents
    private readonly double[] _storage;
    private readonly int _count;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="grid">The frequencies.</param>
    internal CircuitEvaluator(Circuit circuit, FrequencyGrid grid)
    {
        (_grid, _count) = (grid, grid.Count);
        var slots = new List<Slot>();
        int size = 0;
        Place(circuit, circuit.Root, slots, ref size);
        _slots = [.. slots];
        _storage = new double[size];
    }

    /// <summary>Gets Z′ [Ω] of the last evaluation.</summary>
    internal ReadOnlySpan<double> Real => _storage.AsSpan(_slots[^1].Impedance, _count);

    /// <summary>Gets Z″ [Ω] of the last evaluation.</summary>
    internal ReadOnlySpan<double> Imaginary => _storage.AsSpan(_slots[^1].Impedance + _count, _count);

    /// <summary>Computes the impedance; the derivatives of the elements come along.</summary>
    /// <param name="values">Parameters in SI.</param>
    internal void Evaluate(ReadOnlySpan<double> values)
    {
        foreach (Slot slot in _slots)
        {
            if (slot.Element is { } element)
            {
                int parameters = element.Parameters.Length;
                var rows = new ElementRows(_storage.AsSpan(slot.Impedance, 2 * _count * (1 + parameters)), _count);
                element.Evaluate(_grid, values.Slice(slot.FirstParameter, parameters), rows);
            }
            else if (slot.Joint == Joint.Series)
            {
                AddUp(slot);
            }
            else
            {
                AddAdmittances(slot);
            }
        }
    }

    /// <summary>Multiplies the derivatives of the elements with their factors; call after <see cref="Evaluate"/>.</summary>
    internal void Differentiate()
    {
        _slots[^1].HasFactor = false;
        for (int s = _slots.Length - 1; s >= 0; s--)
        {
            Slot slot = _slots[s];
            foreach (int child in slot.Children)
            {
                PassFactor(slot, _slots[child]);
            }

            for (int row = 0; slot.Element is not null && slot.HasFactor && row < slot.Element.Parameters.Length; row++)
            {
                Multiply(slot.Factor, slot.Impedance + (2 * _count * (1 + row)));
            }
        }
    }

    /// <summary>Copies both parts of a derivative, ∂Z/∂ln p of a positive kind and ∂Z/∂p otherwise.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="real">Receives the real part.</param>
    /// <param name="imaginary">Receives the imaginary part.</param>
    internal void Slope(int parameter, out ReadOnlySpan<double> real, out ReadOnlySpan<double> imaginary)
    {
        foreach (Slot slot in _slots)
        {
            if (slot.Element is { } element && parameter >= slot.FirstParameter && parameter < slot.FirstParameter + element.Parameters.Length)
            {
                int at = slot.Impedance + (2 * _count * (1 + parameter - slot.FirstParameter));
                real = _storage.AsSpan(at, _count);
                imaginary = _storage.AsSpan(at + _count, _count);
                return;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "No element has this parameter.");
    }

    /// <summary>Returns Z of one child of the root, or of the root where it has none.</summary>
    internal void Branch(int branch, out ReadOnlySpan<double> real, out ReadOnlySpan<double> imaginary)
    {
        Slot slot = _slots[^1].Children.Length > 0 ? _slots[_slots[^1].Children[branch]] : _slots[^1];
        real = _storage.AsSpan(slot.Impedance, _count);
        imaginary = _storage.AsSpan(slot.Impedance + _count, _count);
    }

    private int Place(Circuit circuit, CircuitNode node, List<Slot> slots, ref int size)
    {
        int[] children = new int[node.Children.Length];
        for (int i = 0; i < children.Length; i++)
        {
            children[i] = Place(circuit, node.Children[i], slots, ref size);
        }

        CircuitComponent? component = node.Joint == Joint.None ? circuit.Components[node.Component] : null;
        int parameters = component?.Element.Parameters.Length ?? 0;
        slots.Add(new Slot(node.Joint, component?.Element, component?.FirstParameter ?? 0, children, size, size + (2 * _count * (1 + parameters))));
        size += 2 * _count * (2 + parameters);
        return slots.Count - 1;
    }

    private void AddUp(Slot slot)
    {
        Span<double> sum = _storage.AsSpan(slot.Impedance, 2 * _count);
        _storage.AsSpan(_slots[slot.Children[0]].Impedance, sum.Length).CopyTo(sum);
        for (int c = 1; c < slot.Children.Length; c++)
        {
            ReadOnlySpan<double> child = _storage.AsSpan(_slots[slot.Children[c]].Impedance, sum.Length);
            int i = 0;
            for (; i + Vector<double>.Count <= sum.Length; i += Vector<double>.Count)
            {
                (new Vector<double>(sum[i..]) + new Vector<double>(child[i..])).CopyTo(sum[i..]);
            }

            for (; i < sum.Length; i++)
            {
                sum[i] += child[i];
            }
        }
    }

    private void AddAdmittances(Slot slot)
    {
        Span<double> real = _storage.AsSpan(slot.Impedance, _count), imaginary = _storage.AsSpan(slot.Impedance + _count, _count);
        real.Clear();
        imaginary.Clear();
        foreach (int child in slot.Children)
        {
            int at = _slots[child].Impedance;
            ReadOnlySpan<double> re = _storage.AsSpan(at, _count), im = _storage.AsSpan(at + _count, _count);
            for (int i = 0; i < real.Length; i++)
            {
                double inverse = 1.0 / ((re[i] * re[i]) + (im[i] * im[i]));
                real[i] += re[i] * inverse;
                imaginary[i] -= im[i] * inverse;
            }
        }

        for (int i = 0; i < real.Length; i++)
        {
            double inverse = 1.0 / ((real[i] * real[i]) + (imaginary[i] * imaginary[i]));
            (real[i], imaginary[i]) = (real[i] * inverse, -imaginary[i] * inverse);
        }
    }

    private void PassFactor(Slot parent, Slot child)
    {
        child.HasFactor = parent.HasFactor || parent.Joint == Joint.Parallel;
        if (!child.HasFactor)
        {
            return;
        }

        Span<double> real = _storage.AsSpan(child.Factor, _count), imaginary = _storage.AsSpan(child.Factor + _count, _count);
        if (parent.Joint == Joint.Series)
        {
            _storage.AsSpan(parent.Factor, 2 * _count).CopyTo(_storage.AsSpan(child.Factor, 2 * _count));
            return;
        }

        ReadOnlySpan<double> pr = _storage.AsSpan(parent.Impedance, _count), pi = _storage.AsSpan(parent.Impedance + _count, _count);
        ReadOnlySpan<double> cr = _storage.AsSpan(child.Impedance, _count), ci = _storage.AsSpan(child.Impedance + _count, _count);
        for (int i = 0; i < real.Length; i++)
        {
            double inverse = 1.0 / ((cr[i] * cr[i]) + (ci[i] * ci[i]));
            double re = ((pr[i] * cr[i]) + (pi[i] * ci[i])) * inverse, im = ((pi[i] * cr[i]) - (pr[i] * ci[i])) * inverse;
            (real[i], imaginary[i]) = ((re * re) - (im * im), 2.0 * re * im);
        }

        if (parent.HasFactor)
        {
            Multiply(parent.Factor, child.Factor);
        }
    }

    /// <summary>Multiplies the complex row at <paramref name="target"/> with that at <paramref name="factor"/>.</summary>
    private void Multiply(int factor, int target)
    {
        ReadOnlySpan<double> fr = _storage.AsSpan(factor, _count), fi = _storage.AsSpan(factor + _count, _count);
        Span<double> tr = _storage.AsSpan(target, _count), ti = _storage.AsSpan(target + _count, _count);
        for (int i = 0; i < tr.Length; i++)
        {
            (tr[i], ti[i]) = ((tr[i] * fr[i]) - (ti[i] * fi[i]), (tr[i] * fi[i]) + (ti[i] * fr[i]));
        }
    }

    /// <summary>A node with its places in the storage: impedance (an element's derivatives behind it) and factor.</summary>
    private sealed record Slot(Joint Joint, CircuitElement? Element, int FirstParameter, int[] Children, int Impedance, int Factor)
    {
        internal bool HasFactor { get; set; }
    }
}
