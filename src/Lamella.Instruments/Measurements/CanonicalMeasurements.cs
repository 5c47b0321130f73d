using System.Collections.Immutable;

namespace Lamella.Instruments.Measurements;

/// <summary>The measurements in SI of a recording.</summary>
/// <param name="Items">The measurements, in the order of the file.</param>
/// <param name="Notes">What was derived, left out, or could not be made, for the user.</param>
public sealed record CanonicalMeasurements(ImmutableArray<DerivedMeasurement> Items, ImmutableArray<string> Notes);
