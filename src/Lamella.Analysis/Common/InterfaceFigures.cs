using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Common;

/// <summary>Shows spectra whose arcs were taken for interfaces.</summary>
internal static class InterfaceFigures
{
    /// <summary>The spectra in the complex plane with the fitted circuits; nothing where there is none.</summary>
    internal static ImmutableArray<OutcomeFigure> Nyquist(string title, params ReadOnlySpan<(InterfaceSpectrum? Fitted, string State)> spectra)
    {
        var curves = ImmutableArray.CreateBuilder<OutcomeCurve>();
        foreach ((InterfaceSpectrum? fitted, string state) in spectra)
        {
            if (fitted is not null)
            {
                curves.Add(new OutcomeCurve($"Measured {state}".Trim(), OutcomeMark.Measured, fitted.Fit.Spectrum.Real, fitted.Fit.Spectrum.NegativeImaginary));
                curves.Add(new OutcomeCurve($"Fitted {state}".Trim(), OutcomeMark.Line, [.. fitted.Fit.Fitted.Select(z => z.Real)], [.. fitted.Fit.Fitted.Select(z => -z.Imaginary)]));
            }
        }

        return curves.Count == 0 ? [] :
        [
            new OutcomeFigure(title, new OutcomeAxis("Re Z", "Ω"), new OutcomeAxis("−Im Z", "Ω"), curves.ToImmutable())
            {
                EqualAxes = true, Caption = "The arcs are the interfaces; a rise after them at low frequencies is the salt.",
            },
        ];
    }

    /// <summary>The arcs that were taken for interfaces; nothing where there is no spectrum.</summary>
    internal static ImmutableArray<OutcomeTable> Arcs(params ReadOnlySpan<(InterfaceSpectrum? Fitted, string State)> spectra)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<OutcomeCell>>();
        foreach ((InterfaceSpectrum? fitted, string state) in spectra)
        {
            rows.AddRange(fitted?.Interfaces.Select(arc => ImmutableArray.Create<OutcomeCell>(
                state, fitted.Fit.Circuit.Text, arc.Name, arc.Resistance.Value, arc.Resistance.Uncertainty, 1e6 * arc.Capacitance)) ?? []);
        }

        return rows.Count == 0 ? [] :
        [
            new OutcomeTable(
                "Arcs taken for interfaces",
                [new("State"), new("Circuit"), new("Arc"), new("Resistance", "ohm"), new("Standard uncertainty", "ohm"), new("Capacitance", "uF")],
                rows.ToImmutable()),
        ];
    }
}
