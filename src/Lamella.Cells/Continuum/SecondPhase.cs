namespace Lamella.Cells.Continuum;

/// <summary>Where a current at the end of two phases comes from.</summary>
internal enum PhaseEnd
{
    /// <summary>From the face of the cell before: the whole current, or what a layer lets through.</summary>
    Previous,

    /// <summary>The electrolyte takes the whole current.</summary>
    Total,

    /// <summary>The second phase takes the whole current.</summary>
    None,
}

/// <summary>Conduction in the solid of a porous electrode, or in the host of a host-guest layer.</summary>
internal sealed class SecondPhase
{
    internal SecondPhase(Segment segment, ElectrolyteLine line)
    {
        Segment = segment;
        Resistance = new double[segment.Count];
        Inflow = segment.Kind == SegmentKind.Negative || segment.Host?.NegativeContact == Description.PhaseContact.Host ? PhaseEnd.None
            : segment.First == 0 || line.Paths[segment.First - 1].Right == CurrentPath.Total ? PhaseEnd.Total
            : PhaseEnd.Previous;
        bool collector = segment.Kind == SegmentKind.Positive || segment.Host?.PositiveContact == Description.PhaseContact.Host;
        Outflow = collector ? PhaseEnd.None : PhaseEnd.Total;
    }

    /// <summary>Gets the cells.</summary>
    internal Segment Segment { get; }

    /// <summary>Gets how much current the electrolyte of the first cell takes from the left.</summary>
    internal PhaseEnd Inflow { get; }

    /// <summary>Gets how much current the electrolyte of the last cell gives to the right.</summary>
    internal PhaseEnd Outflow { get; }

    /// <summary>Gets the resistance of the second phase from each cell centre to the next [Ω·m²].</summary>
    internal double[] Resistance { get; }

    /// <summary>Gets the resistance from an end cell to the end of the segment [Ω·m²]: to the collector.</summary>
    internal double EndResistance { get; private set; }

    /// <summary>Takes the effective conductivity of the phase.</summary>
    /// <param name="widths">Cell widths of the whole line [m].</param>
    /// <param name="conductivity">σ [S/m].</param>
    internal void SetConductivity(ReadOnlySpan<double> widths, double conductivity)
    {
        ReadOnlySpan<double> own = widths.Slice(Segment.First, Segment.Count);
        for (int lane = 0; lane + 1 < own.Length; lane++)
        {
            Resistance[lane] = 0.5 * (own[lane] + own[lane + 1]) / conductivity;
        }

        EndResistance = 0.5 * (Segment.Kind == SegmentKind.Negative ? own[0] : own[^1]) / conductivity;
    }
}
