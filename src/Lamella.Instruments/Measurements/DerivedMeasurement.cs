using Lamella.Core.Measurements;

namespace Lamella.Instruments.Measurements;

/// <summary>A measurement in SI that was made from a table of a recording.</summary>
/// <param name="Name">Table, and the number of the spectrum or sweep where there are several; empty for the only one.</param>
/// <param name="Measurement">The measurement.</param>
/// <param name="Rows">Rows of the table that are in it.</param>
/// <param name="LeftOut">Rows of the table that lack a number which the measurement needs; the table keeps them.</param>
public sealed record DerivedMeasurement(string Name, Measurement Measurement, int Rows, int LeftOut);
