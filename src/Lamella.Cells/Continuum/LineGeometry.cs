using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Running;

namespace Lamella.Cells.Continuum;

/// <summary>Splits a described cell into cells along x.</summary>
internal static class LineGeometry
{
    /// <summary>Width of the cell that joins both phases of a host-guest layer, over its neighbour's [–].</summary>
    private const double ContactShare = 1e-4;

    /// <summary>How much more of the uniform part of the mesh a host-guest layer gives up for its ends [–].</summary>
    private const double ExchangeUniformShare = 0.1;

    /// <summary>Lists the segments from the negative side on.</summary>
    internal static ImmutableArray<Segment> Split(CellDescription cell, CellOptions options)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        int first = 0;
        if (cell.PorousNegative is { } negative)
        {
            Add(negative.Pores.Name, negative.Pores, SegmentKind.Negative, options.ElectrodeCells);
        }

        foreach (ElectrolyteLayer layer in cell.Layers)
        {
            if (layer is HostGuestLayer host)
            {
                int contacts = (host.NegativeContact == PhaseContact.Both ? 1 : 0) + (host.PositiveContact == PhaseContact.Both ? 1 : 0);
                Add(host.Name, host.Guest, SegmentKind.Exchange, options.CellsPerLayer + contacts, host);
            }
            else
            {
                Add(layer.Name, layer, SegmentKind.Layer, layer is BinaryLayer ? options.CellsPerLayer : 1);
            }
        }

        if (cell.PorousPositive is { } positive)
        {
            Add(positive.Pores.Name, positive.Pores, SegmentKind.Positive, options.ElectrodeCells);
        }

        return segments.ToImmutable();

        void Add(string name, ElectrolyteLayer layer, SegmentKind kind, int count, HostGuestLayer? host = null)
        {
            segments.Add(new(name, layer, kind, first, count, host));
            first += count;
        }
    }

    /// <summary>Computes the cell widths of one segment [m].</summary>
    internal static double[] Widths(Segment segment, CellDescription cell, CellOptions options)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Negative:
                return GradedMesh.BothEnds(cell.PorousNegative!.Thickness, segment.Count, options.ElectrodeGrading);
            case SegmentKind.Positive:
                return GradedMesh.BothEnds(cell.PorousPositive!.Thickness, segment.Count, options.ElectrodeGrading);
            case SegmentKind.Layer:
                return GradedMesh.BothEnds(segment.Layer.Thickness, segment.Count, options.LayerGrading);
        }

        // The phases of a host-guest layer equilibrate over a short length at its ends: more cells there.
        double grading = options.LayerGrading > 0.0 ? 1.0 - (ExchangeUniformShare * (1.0 - options.LayerGrading)) : 0.0;
        double[] inner = GradedMesh.BothEnds(segment.Host!.Thickness, options.CellsPerLayer, grading);
        double contact = ContactShare * inner[0];
        List<double> widths = [.. inner];
        if (segment.StartsWithContact)
        {
            widths[0] -= contact;
            widths.Insert(0, contact);
        }

        if (segment.EndsWithContact)
        {
            widths[^1] -= contact;
            widths.Add(contact);
        }

        return [.. widths];
    }
}
