using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Titration;

/// <summary>The technique <c>titration</c>: chemical diffusivity from galvanostatic intermittent titration, by formula and by fitting a sphere.</summary>
public sealed class TitrationTechnique : IAnalysisTechnique
{
    private const string Radius = "particle-radius", Skip = "skip";

    /// <inheritdoc/>
    public string Name => "titration";

    /// <inheritdoc/>
    public string Summary => "Chemical diffusivity from pulses and rests (GITT): the textbook formula with its test of validity, and a sphere fitted to pulse and rest.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.TimeSeries];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        TechniqueOption.Measure(Radius, "radius of the particles, with its standard uncertainty where it is known", QuantityRule.Like("5 ± 0.5 um").Above("0 um").Below("1 m")),
        TechniqueOption.Measure(Skip, "time after each switching of the current that is left out", QuantityRule.Like("10 s").AtLeast("0 s"), "0 s"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "data/measurements/titration.bdf.csv --particle-radius \"5.22 um +- 0.2 um\" --skip \"5 s\"",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Quantity radius = settings.Require(Radius, "a diffusivity follows from the time of diffusion by the square of a length");
        TitrationPulse[] pulses = [.. measurements.Select(item => item.Measurement).OfType<TimeSeries>().SelectMany(series => TitrationPulse.Find(series))];
        if (pulses.Length == 0)
        {
            throw new InputException(
                InputPlace.Whole(measurements[0].File), "no pulse of current with a rest before and after it was found.",
                "a record with rest, pulse and rest, each of at least five samples", "Name the record of the titration; a rest has less than 2 % of the largest current.");
        }

        var options = new TitrationOptions { ParticleRadius = Uncertain.Of(radius), Skip = settings.Measure(Skip)!.InSi };
        return TitrationOutcome.Of(TitrationMethod.Read(pulses.Select((pulse, i) => pulse with { Number = i + 1 }), options, cancellation), options);
    }
}
