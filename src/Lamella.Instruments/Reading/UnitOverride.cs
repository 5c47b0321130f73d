namespace Lamella.Instruments.Reading;

/// <summary>A unit that the user states for a column.</summary>
/// <param name="Column">Name of the column as the file has it, with or without its unit; letter case does not matter.</param>
/// <param name="Unit">The unit, for example <c>mA</c>.</param>
public sealed record UnitOverride(string Column, string Unit);
