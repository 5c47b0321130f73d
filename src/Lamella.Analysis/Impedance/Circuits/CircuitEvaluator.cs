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
                ComplexLoops.Multiply(_storage.AsSpan(slot.Factor, 2 * _count), _storage.AsSpan(slot.Impedance + (2 * _count * (1 + row)), 2 * _count));
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
            ComplexLoops.Add(_storage.AsSpan(_slots[slot.Children[c]].Impedance, sum.Length), sum);
        }
    }

    private void AddAdmittances(Slot slot)
    {
        Span<double> sum = _storage.AsSpan(slot.Impedance, 2 * _count);
        sum.Clear();
        foreach (int child in slot.Children)
        {
            ComplexLoops.AddInverse(_storage.AsSpan(_slots[child].Impedance, sum.Length), sum);
        }

        ComplexLoops.Invert(sum);
    }

    private void PassFactor(Slot parent, Slot child)
    {
        child.HasFactor = parent.HasFactor || parent.Joint == Joint.Parallel;
        if (!child.HasFactor)
        {
            return;
        }

        Span<double> factor = _storage.AsSpan(child.Factor, 2 * _count);
        if (parent.Joint == Joint.Series)
        {
            _storage.AsSpan(parent.Factor, 2 * _count).CopyTo(factor);
            return;
        }

        ComplexLoops.SquareOfRatio(_storage.AsSpan(parent.Impedance, 2 * _count), _storage.AsSpan(child.Impedance, 2 * _count), factor);
        if (parent.HasFactor)
        {
            ComplexLoops.Multiply(_storage.AsSpan(parent.Factor, 2 * _count), factor);
        }
    }

    /// <summary>A node with its places in the storage: impedance (an element's derivatives behind it) and factor.</summary>
    private sealed record Slot(Joint Joint, CircuitElement? Element, int FirstParameter, int[] Children, int Impedance, int Factor)
    {
        internal bool HasFactor { get; set; }
    }
}
