using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;

namespace Lamella.UseCases.Importing;

/// <summary>What is in one instrument file.</summary>
/// <param name="Title">Name of the format for people.</param>
/// <param name="Reason">What in the content says so.</param>
/// <param name="Recording">What stands in it.</param>
/// <param name="Measurements">The measurements in SI made from it.</param>
public sealed record Inspection(string Title, string Reason, Recording Recording, CanonicalMeasurements Measurements);
