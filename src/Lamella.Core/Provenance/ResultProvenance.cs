using System.Collections.Immutable;

namespace Lamella.Core.Provenance;

/// <summary>Where a result came from, enough to run it again.</summary>
/// <param name="Model">Registered model name and revision, for example <c>laminate-dfn/1</c>; the instrument for measured data.</param>
/// <param name="ParameterSources">Sources of the values that went in, in the order of the input file.</param>
/// <param name="SoftwareVersion">Version of the product that produced the result.</param>
/// <param name="InputHash">SHA-256 of the canonical input, in hexadecimal.</param>
public sealed record ResultProvenance(
    string Model, ImmutableArray<Source> ParameterSources, string SoftwareVersion, string InputHash);
