namespace Lamella.Cells.Description;

/// <summary>One temperature for the whole cell, from a balance of heat.</summary>
/// <param name="HeatCapacity">Of the cell per geometric area [J/(m²·K)], &gt; 0.</param>
/// <param name="Cooling">Heat lost per geometric area and difference from the surroundings [W/(m²·K)], ≥ 0.</param>
/// <param name="Ambient">Temperature of the surroundings [K], &gt; 0; NaN for the temperature at the start of the run.</param>
public sealed record LumpedThermal(double HeatCapacity, double Cooling, double Ambient = double.NaN);
