using Lamella.Core;

namespace Lamella.UseCases;

/// <summary>How far a run is.</summary>
/// <param name="Step">What is being done now, for people.</param>
/// <param name="Fraction">Share of the whole run that is done [–], from 0 to 1.</param>
public sealed record RunProgress(string Step, [property: Unit("–")] double Fraction);
