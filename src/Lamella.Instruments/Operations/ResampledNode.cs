namespace Lamella.Instruments.Operations;

/// <summary>A new row between two records.</summary>
/// <param name="Left">The record at it or before it.</param>
/// <param name="Share">How far on the way to the next record, from 0 to below 1.</param>
internal readonly record struct ResampledNode(int Left, double Share);
