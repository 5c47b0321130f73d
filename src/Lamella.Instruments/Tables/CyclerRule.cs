using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>What a column of a cycler's table is.</summary>
/// <param name="Role">What it measures.</param>
/// <param name="Scope">Over what it counts.</param>
/// <param name="Unit">Its unit where the heading holds none, or one that needs help (<c>C</c> for degC); empty to take the heading's.</param>
internal readonly record struct CyclerRule(ColumnRole Role, ColumnScope Scope = ColumnScope.Record, string Unit = "");
