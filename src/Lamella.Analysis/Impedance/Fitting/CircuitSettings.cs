using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>The options that every technique with a circuit shares, and what follows from them.</summary>
internal static class CircuitSettings
{
    internal const string CircuitName = "circuit";
    internal const string WeightingName = "weighting";
    private const string Start = "start";
    private const string Fix = "fix";
    private const string Bound = "bound";
    private const string Share = "share";

    /// <summary>Gets the options.</summary>
    internal static ImmutableArray<TechniqueOption> Options { get; } =
    [
        TechniqueOption.Words(CircuitName, "equivalent circuit, such as R0-p(R1,CPE1)-W1: a hyphen joins in series, p(a,b) in parallel; without it, what the relaxation times suggest") with { AllowsMany = true },
        TechniqueOption.Choice(WeightingName, "how points weigh: 1/|Z|, alike in ohm, or each part by itself", ["modulus", "unit", "proportional"], "modulus"),
        TechniqueOption.Words(Start, "first guess of a parameter, such as R1=100 ohm; none is needed") with { AllowsMany = true },
        TechniqueOption.Words(Fix, "parameter that keeps its value, such as CPE1.n=0.9") with { AllowsMany = true },
        TechniqueOption.Words(Bound, "limits of a parameter, such as \"R1=10 ohm..1 kohm\"") with { AllowsMany = true },
        TechniqueOption.Words(Share, "parameter that has the value of another, such as CPE2.n=CPE1.n") with { AllowsMany = true },
    ];

    /// <summary>Reads the circuits that the user names; none where the data shall suggest one.</summary>
    internal static ImmutableArray<Circuit> Circuits(TechniqueSettings settings) => [.. settings.Many(CircuitName).Select(Circuit.Parse)];

    /// <summary>Returns the one circuit that a technique works with: the one that is named, else what a spectrum suggests.</summary>
    /// <param name="settings">What the user set.</param>
    /// <param name="measurements">The spectra; the middle one is asked where no circuit is named.</param>
    /// <param name="warnings">Receives that it was asked.</param>
    /// <exception cref="InputException">Several circuits are named, or the spectrum has too few frequencies for a suggestion.</exception>
    internal static Circuit Single(TechniqueSettings settings, ImmutableArray<NamedMeasurement> measurements, ICollection<OutcomeWarning> warnings)
    {
        ImmutableArray<Circuit> circuits = Circuits(settings);
        if (circuits.Length > 1)
        {
            throw Options[0].Error("is given more than once.", "one circuit, such as R0-p(R1,CPE1)-CPE2", "Compare circuits with 'lamella analyse circuit', then keep one.");
        }

        if (circuits.Length == 1)
        {
            return circuits[0];
        }

        NamedMeasurement asked = measurements[measurements.Length / 2];
        Circuit suggested = SuggestedFit.Suggest((Spectrum)asked.Measurement).Circuit;
        warnings.Add(new OutcomeWarning("circuit-suggested", WarningLevel.Caution,
            $"No circuit was named. The distribution of relaxation times of {asked.Title} suggests {suggested.Text}; it describes processes that are seen, and need not be the circuit of the sample. Fix it with --circuit."));
        return suggested;
    }

    /// <summary>Makes the settings of a fit and refuses spectra that are too short for it, by name.</summary>
    /// <exception cref="InputException">A setting cannot be read, or a spectrum has fewer data than free parameters.</exception>
    internal static CircuitFitOptions Fit(TechniqueSettings settings, Circuit circuit, ImmutableArray<NamedMeasurement> measurements)
    {
        CircuitFitOptions options = Fit(settings, circuit);
        int free = circuit.Parameters.Length - options.Parameters.Count(one => one.Fixed is not null || one.SharedWith is not null);
        if (measurements.FirstOrDefault(item => 2 * MeasurementKinds.Length(item.Measurement) <= free) is { } tooShort)
        {
            int points = MeasurementKinds.Length(tooShort.Measurement);
            throw new InputException(
                InputPlace.Whole(tooShort.Title), FormattableString.Invariant($"{points} points give {2 * points} numbers for {free} free parameters of {circuit.Text}."),
                "more numbers than free parameters", "Leave the file out, take a simpler circuit, fix parameters, or see with 'lamella inspect' whether the sweep was read whole.");
        }

        foreach (NamedMeasurement item in measurements)
        {
            RequireWeights(item, options);
        }

        return options;
    }

    private static void RequireWeights(NamedMeasurement item, CircuitFitOptions options)
    {
        try
        {
            _ = new SpectrumData((Spectrum)item.Measurement, options);
        }
        catch (InputException failure)
        {
            throw new InputException(InputPlace.Whole(item.Title), failure.Problem, failure.Allowed, failure.Remedy);
        }
    }

    private static CircuitFitOptions Fit(TechniqueSettings settings, Circuit circuit) => new()
    {
        Weighting = settings.Words(WeightingName) switch
        {
            "unit" => Weighting.Unit,
            "proportional" => Weighting.Proportional,
            _ => Weighting.Modulus,
        },
        Parameters = ParameterText.Read(circuit, settings.Many(Start), settings.Many(Fix), settings.Many(Bound), settings.Many(Share)),
    };
}
