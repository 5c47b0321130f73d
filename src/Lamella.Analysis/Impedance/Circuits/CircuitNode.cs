using System.Collections.Immutable;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>How the children of a node are joined.</summary>
internal enum Joint
{
    /// <summary>The node is an element.</summary>
    None,

    /// <summary>Impedances add.</summary>
    Series,

    /// <summary>Admittances add.</summary>
    Parallel,
}

/// <summary>A part of a circuit: an element, or parts in series or parallel.</summary>
/// <param name="Joint">How the children are joined.</param>
/// <param name="Component">Index of the element in the circuit; −1 for joined parts.</param>
/// <param name="Children">The joined parts; none for an element.</param>
internal sealed record CircuitNode(Joint Joint, int Component, ImmutableArray<CircuitNode> Children)
{
    /// <summary>Makes the node of an element.</summary>
    internal static CircuitNode Leaf(int component) => new(Joint.None, component, []);

    /// <summary>Joins parts; one part alone stays what it is, and series in series becomes one series.</summary>
    internal static CircuitNode Join(Joint joint, IReadOnlyList<CircuitNode> parts) => parts.Count == 1
        ? parts[0]
        : new CircuitNode(joint, -1, [.. parts.SelectMany(part => part.Joint == joint ? part.Children : [part])]);

    /// <summary>Lists the elements below, from left to right.</summary>
    internal IEnumerable<int> Leaves() => Joint == Joint.None ? [Component] : Children.SelectMany(child => child.Leaves());

    /// <summary>Writes the shape with the codes of the elements only: parts of one shape may exchange their places.</summary>
    internal string Shape(ImmutableArray<CircuitComponent> components) => Joint switch
    {
        Joint.None => components[Component].Element.Code,
        Joint.Series => string.Join('-', Children.Select(child => child.Shape(components))),
        _ => $"p({string.Join(',', Children.Select(child => child.Shape(components)))})",
    };

    /// <summary>Counts the time constants: one of an element with its own, one of a parallel connection and those within it.</summary>
    internal int TimeConstants(ImmutableArray<CircuitComponent> components) => Joint switch
    {
        Joint.None => components[Component].Element.HasTimeConstant ? 1 : 0,
        Joint.Series => Children.Sum(child => child.TimeConstants(components)),
        _ => 1 + Children.Where(child => child.Joint != Joint.None).Sum(child => child.TimeConstants(components)),
    };
}
