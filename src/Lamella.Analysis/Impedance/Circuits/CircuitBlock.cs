namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>A named block that stands for a small circuit of elements; it has no formula of its own.</summary>
/// <param name="Code">The letters by which circuits call the block.</param>
/// <param name="Title">What it is.</param>
/// <param name="Circuit">The circuit it stands for; the names of its elements follow that of the block after a dot.</param>
/// <param name="Source">Whom to cite.</param>
public sealed record CircuitBlock(string Code, string Title, string Circuit, string Source);
