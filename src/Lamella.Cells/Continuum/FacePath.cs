using System.Collections.Immutable;
using Lamella.Cells.Description;

namespace Lamella.Cells.Continuum;

/// <summary>Which current flows in one half of a face.</summary>
internal enum CurrentPath
{
    /// <summary>The ionic current of the face, an unknown of the cell on its left.</summary>
    Own,

    /// <summary>The ionic current of the face one further, the same all over the layer on the right.</summary>
    Next,

    /// <summary>The whole current of the cell.</summary>
    Total,
}

/// <summary>What joins the cells on both sides of a face.</summary>
/// <param name="Left">Current in the left half.</param>
/// <param name="Right">Current in the right half.</param>
/// <param name="LeftHost">Whether the host, not the electrolyte, of the left cell is joined.</param>
/// <param name="RightHost">Whether the host, not the electrolyte, of the right cell is joined.</param>
/// <param name="Joint">The joint between layers, null inside a layer.</param>
internal sealed record FacePath(CurrentPath Left, CurrentPath Right, bool LeftHost, bool RightHost, Joint? Joint)
{
    /// <summary>Gets the face inside a layer.</summary>
    internal static FacePath Inside { get; } = new(CurrentPath.Own, CurrentPath.Own, false, false, null);

    /// <summary>Gets a value indicating whether one current flows through both halves of both electrolytes.</summary>
    internal bool IsPlain => Left == CurrentPath.Own && Right == CurrentPath.Own && !LeftHost && !RightHost;

    /// <summary>Lists the face right of each segment but the last.</summary>
    internal static ImmutableArray<FacePath> Between(ImmutableArray<Segment> segments, ImmutableArray<Joint> joints)
    {
        var faces = ImmutableArray.CreateBuilder<FacePath>();
        int joint = segments[0].Kind == SegmentKind.Negative ? 0 : 1;
        for (int index = 0; index + 1 < segments.Length; index++)
        {
            faces.Add(Of(segments[index], segments[index + 1], joints[joint + index]));
        }

        return faces.ToImmutable();
    }

    private static FacePath Of(Segment left, Segment right, Joint joint)
    {
        bool leftHost = left.Host?.PositiveContact == PhaseContact.Host, rightHost = right.Host?.NegativeContact == PhaseContact.Host;
        bool leftStores = StoresCharge(left), rightStores = StoresCharge(right);

        // The current of the face belongs to the left cell. Where that is not what flows on the right, the right half takes
        // the current of its own layer, or the whole current at a porous electrode or a host-guest layer.
        CurrentPath before = leftHost ? CurrentPath.Total : CurrentPath.Own;
        CurrentPath after = !leftHost && !leftStores && !rightStores && !rightHost ? CurrentPath.Own
            : right.Kind == SegmentKind.Layer ? CurrentPath.Next
            : CurrentPath.Total;
        return new(before, after, leftHost, rightHost, joint);
    }

    /// <summary>Whether displacement in a layer makes its ionic current differ from the whole current.</summary>
    internal static bool StoresCharge(Segment segment) =>
        segment.Kind == SegmentKind.Layer && segment.Layer.RelativePermittivity > 0.0;
}
