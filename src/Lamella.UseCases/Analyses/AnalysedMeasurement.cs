namespace Lamella.UseCases.Analyses;

/// <summary>A measurement that went into an analysis.</summary>
/// <param name="File">The file, as the user named it or below a folder that the user named.</param>
/// <param name="Name">Its name in the file; empty for the only one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Sha256">SHA-256 of the file in hexadecimal.</param>
/// <param name="Origin">Format and instrument, or the program that simulated it.</param>
public sealed record AnalysedMeasurement(string File, string Name, string Kind, int Samples, string Sha256, string Origin);
