namespace Lamella.Cells.Tests.Continuum;

/// <summary>A discharge of <see cref="PlainCell"/>.</summary>
internal sealed record PlainDischarge(double[] Time, double[] Voltage, double[] Temperature, double CutOff)
{
    /// <summary>Gets the time at which the cut-off is reached [s].</summary>
    internal double End => ReferenceCurve.Cubic([.. Voltage[^4..].Select(v => -v)], Time[^4..], -CutOff);
}
