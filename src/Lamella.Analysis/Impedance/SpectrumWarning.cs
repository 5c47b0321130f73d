namespace Lamella.Analysis.Impedance;

/// <summary>Something about a spectrum or its evaluation that the reader must know.</summary>
/// <param name="Code">Stable name, for example <c>duplicated-frequencies</c>.</param>
/// <param name="Text">One sentence: what was found and what it means.</param>
public sealed record SpectrumWarning(string Code, string Text);
