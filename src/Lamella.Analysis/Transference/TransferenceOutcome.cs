using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Transference;

/// <summary>Says what a Bruce–Vincent experiment found.</summary>
internal static class TransferenceOutcome
{
    private static readonly string[] InputUnits = ["mV", "uA", "uA", "ohm", "ohm"];

    internal static AnalysisOutcome Of(
        BruceVincentResult result, BruceVincentOptions options, PolarisationCurrents? currents, TransferenceSpectra spectra, SaltProperties? salt) => new()
        {
            Method = "bruce-vincent/1",
            Title = "Current ratio of a symmetric cell polarised to its steady state",
            Quantities = Quantities(result, options, currents, spectra, salt),
            Tables = [Inputs(result, options), .. InterfaceFigures.Arcs((spectra.Before, "before"), (spectra.AfterAlone, "after"))],
            Figures = [.. currents is null ? ImmutableArray<OutcomeFigure>.Empty : [TransferenceFigures.Current(currents)], .. InterfaceFigures.Nyquist("Impedance before and after the hold", (spectra.Before, "before"), (spectra.AfterAlone, "after"))],
            Warnings = TransferenceWarnings.Of(result, options, currents, spectra),
            CannotSay =
        [
            .. salt is null ? (ImmutableArray<string>)
            [
                "The current ratio ρ₊ is not the transference number t₊: the two agree only in an ideal, dilute, fully dissociated binary electrolyte. "
                    + "Conductivity, salt diffusivity, concentration, thermodynamic factor and temperature would turn the Newman number into t₊.",
            ] : [],
            "A constant current at the end is also what electronic leakage or a soft short gives; a dc test with blocking electrodes would tell them apart.",
        ],
            Basis =
        [
            "ρ₊ = I_s(ΔV − I₀R₀)/[I₀(ΔV − I_sR_s)], Evans, Vincent and Bruce, Polymer 28 (1987) 2324, doi 10.1016/0032-3861(87)90394-6, eq. 6.",
            "Ne = (1 − ρ₊)/ρ₊, Balsara and Newman, J. Electrochem. Soc. 162 (2015) A2720, doi 10.1149/2.0651514jes.",
            .. currents is null ? ImmutableArray<string>.Empty : [Reading(currents)],
            .. spectra.Before is { } before ? ImmutableArray.Create(
                $"R₀ and R_s are the arcs of {before.Fit.Circuit.Text} with a capacitance of 10 nF to 1 mF, their covariance included; the series resistance and faster arcs are the electrolyte, slower ones the salt.") : [],
            FormattableString.Invariant($"Interval: 95 % of {options.Draws} draws from independent normal distributions of the inputs (seed {options.Seed})."),
        ],
        };

    private static string Reading(PolarisationCurrents currents)
    {
        string shape = currents.Shape == RelaxationShape.Diffusion
            ? "the diffusion of a salt between two electrodes in series with a resistance" : "a stretched exponential";
        string charging = currents.HasChargingCurrent ? "; a charging current at the beginning was fitted and taken away" : string.Empty;
        return FormattableString.Invariant(
            $"I₀ and I_s are extrapolated to t = 0 and t → ∞ from {currents.Time.Length} currents over {currents.Duration / 3600.0:G4} h with {shape} of τ = {currents.RelaxationTime:G4} s{charging}.");
    }

    private static ImmutableArray<FoundQuantity> Quantities(
        BruceVincentResult result, BruceVincentOptions options, PolarisationCurrents? currents, TransferenceSpectra spectra, SaltProperties? salt)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        found.Add(FoundQuantity.FromSi("current_ratio", "Current ratio ρ₊", "1", result.CurrentRatio, result.StandardUncertainty, result.Low, result.High) with
        {
            Meaning = "share of the steady current to the initial one, corrected for the interfaces; often printed as t₊",
        });
        found.Add(FoundQuantity.FromSi("newman_number", "Newman number Ne", "1", result.NewmanNumber, result.StandardUncertainty / (result.CurrentRatio * result.CurrentRatio), result.NewmanLow, result.NewmanHigh) with
        {
            Meaning = "2κRT(1 − t₊)²χ/(F²Dc) of a binary electrolyte; 0 for a single-ion conductor",
        });
        if (salt?.Transference(result.NewmanNumber) is { } transference && double.IsFinite(transference))
        {
            // Ne falls from its low to its high end, and t₊ with it the other way round.
            (double low, double high) = (salt.Transference(result.NewmanHigh), salt.Transference(Math.Max(0.0, result.NewmanLow)));
            found.Add(FoundQuantity.FromSi("transference_number", "Transference number t₊⁰", "1", transference, 0.25 * (high - low), low, high) with
            {
                Meaning = "against the solvent, from Ne and the stated properties of the salt, which are taken as exact",
            });
        }

        found.Add(FoundQuantity.FromSi("initial_current", "Initial current I₀", "uA", options.InitialCurrent.Value, options.InitialCurrent.Uncertainty));
        found.Add(FoundQuantity.FromSi("steady_current", "Steady current I_s", "uA", options.SteadyCurrent.Value, options.SteadyCurrent.Uncertainty));
        found.Add(FoundQuantity.FromSi("interface_before", "Interfacial resistance before R₀", "ohm", options.InterfaceBefore.Value, options.InterfaceBefore.Uncertainty));
        found.Add(FoundQuantity.FromSi("interface_after", "Interfacial resistance after R_s", "ohm", options.InterfaceAfter.Value, options.InterfaceAfter.Uncertainty));
        if (spectra.Before is { } before)
        {
            found.Add(FoundQuantity.FromSi("electrolyte_resistance", "Resistance of the electrolyte R_e", "ohm", before.ElectrolyteResistance.Value, before.ElectrolyteResistance.Uncertainty));
        }

        if (currents is not null)
        {
            found.Add(FoundQuantity.FromSi("last_current", "Current over the last twentieth of the hold", "uA", currents.LastCurrent));
        }

        if (result is { OhmicCurrent: { } ohmic, CurrentRatioByOhm: { } byOhm })
        {
            found.Add(FoundQuantity.FromSi("ohmic_current", "Current by Ohm's law ΔV/(R_e + R₀)", "uA", ohmic));
            found.Add(FoundQuantity.FromSi("current_ratio_by_ohm", "Current ratio ρ₊ with the ohmic current for I₀", "1", byOhm));
        }

        return found.ToImmutable();
    }

    private static OutcomeTable Inputs(BruceVincentResult result, BruceVincentOptions options)
    {
        Uncertain[] inputs = [options.Voltage, options.InitialCurrent, options.SteadyCurrent, options.InterfaceBefore, options.InterfaceAfter];
        string[] words = ["voltage held ΔV", "initial current I₀", "steady current I_s", "interfacial resistance before R₀", "interfacial resistance after R_s"];
        double[] scale = [1e3, 1e6, 1e6, 1.0, 1.0];
        return new OutcomeTable(
            "What went in, and what it adds to the uncertainty",
            [new("Input"), new("Value"), new("Standard uncertainty"), new("Unit"), new("Share of the variance", "%")],
            [
                .. Enumerable.Range(0, inputs.Length).Select(i => ImmutableArray.Create<OutcomeCell>(
                    words[i], scale[i] * inputs[i].Value, scale[i] * inputs[i].Uncertainty, InputUnits[i], 100.0 * result.Shares[i].Share)),
            ]);
    }
}
