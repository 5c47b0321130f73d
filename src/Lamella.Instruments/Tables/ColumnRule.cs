using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>What a named column of a vendor means.</summary>
/// <param name="Role">What it measures.</param>
/// <param name="Unit">The unit that the vendor always writes, where the heading names none; empty for none.</param>
/// <param name="Scope">Over what it counts.</param>
/// <param name="NamesUnit">Whether the name is itself the unit, such as <c>Amps</c>.</param>
internal sealed record ColumnRule(ColumnRole Role, string Unit = "", ColumnScope Scope = ColumnScope.Record, bool NamesUnit = false);
