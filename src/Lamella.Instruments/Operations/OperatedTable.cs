using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>What became of a table.</summary>
/// <param name="Table">The new table.</param>
/// <param name="Taken">The rows of the old table that are in it, from 0, rising; empty where rows were computed.</param>
/// <param name="Notes">What the user should know.</param>
internal sealed record OperatedTable(RecordingTable Table, int[] Taken, ImmutableArray<string> Notes);
