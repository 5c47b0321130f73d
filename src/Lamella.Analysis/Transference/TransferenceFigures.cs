using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Transference;

/// <summary>Draws a Bruce–Vincent experiment.</summary>
internal static class TransferenceFigures
{
    /// <summary>The current of the hold over the logarithm of time, with what was fitted and the two limits.</summary>
    internal static OutcomeFigure Current(PolarisationCurrents currents)
    {
        double first = currents.Time[0], last = currents.Time[^1];
        OutcomeCurve Limit(string name, Uncertain value) => new(name, OutcomeMark.Dashed, [first, last], [1e6 * value.Value, 1e6 * value.Value]);
        return new OutcomeFigure(
            "Current while the voltage was held",
            new OutcomeAxis("Time since the step", "s", Logarithmic: true),
            new OutcomeAxis("Current", "µA"),
            [
                new OutcomeCurve("Measured", OutcomeMark.Measured, currents.Time, [.. currents.Current.Select(value => 1e6 * value)]),
                new OutcomeCurve("Fitted, without charging", OutcomeMark.Line, currents.Time, [.. currents.Fitted.Select(value => 1e6 * value)]),
                Limit("I₀", currents.Initial),
                Limit("I_s", currents.Steady),
            ])
        {
            Caption = "The initial current is the limit of the fitted line towards early times, the steady current towards late ones.",
        };
    }

    /// <summary>The spectra in the complex plane with the fitted circuits; nothing where none was fitted.</summary>
    internal static ImmutableArray<OutcomeFigure> Nyquist(TransferenceSpectra spectra)
    {
        ImmutableArray<OutcomeCurve> curves =
        [
            .. Curves(spectra.Before, "before"),
            .. ReferenceEquals(spectra.After, spectra.Before) ? [] : Curves(spectra.After, "after"),
        ];
        return curves.IsEmpty ? [] :
        [
            new OutcomeFigure("Impedance before and after the hold", new OutcomeAxis("Re Z", "Ω"), new OutcomeAxis("−Im Z", "Ω"), curves)
            {
                EqualAxes = true, Caption = "The arcs are the interfaces; a rise after them at low frequencies is the salt.",
            },
        ];
    }

    /// <summary>The arcs that were taken for interfaces; nothing where none was fitted.</summary>
    internal static ImmutableArray<OutcomeTable> Arcs(TransferenceSpectra spectra)
    {
        ImmutableArray<ImmutableArray<OutcomeCell>> rows =
        [
            .. Rows(spectra.Before, "before"),
            .. ReferenceEquals(spectra.After, spectra.Before) ? [] : Rows(spectra.After, "after"),
        ];
        return rows.IsEmpty ? [] :
        [
            new OutcomeTable("Arcs taken for interfaces", [new("State"), new("Circuit"), new("Arc"), new("Resistance", "ohm"), new("Standard uncertainty", "ohm"), new("Capacitance", "uF")], rows),
        ];
    }

    private static IEnumerable<OutcomeCurve> Curves(InterfaceSpectrum? fitted, string state) => fitted is null ? [] :
    [
        new OutcomeCurve($"Measured {state}", OutcomeMark.Measured, fitted.Fit.Spectrum.Real, fitted.Fit.Spectrum.NegativeImaginary),
        new OutcomeCurve($"Fitted {state}", OutcomeMark.Line, [.. fitted.Fit.Fitted.Select(z => z.Real)], [.. fitted.Fit.Fitted.Select(z => -z.Imaginary)]),
    ];

    private static IEnumerable<ImmutableArray<OutcomeCell>> Rows(InterfaceSpectrum? fitted, string state) => fitted is null ? []
        : fitted.Interfaces.Select(arc => ImmutableArray.Create<OutcomeCell>(
            state, fitted.Fit.Circuit.Text, arc.Name, arc.Resistance.Value, arc.Resistance.Uncertainty, 1e6 * arc.Capacitance));
}
