using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Transference;

/// <summary>Finds what is doubtful about a Bruce–Vincent experiment.</summary>
internal static class TransferenceWarnings
{
    private const double IllConditioned = 5.0; // share of the voltage at the interfaces over what is left
    private const double WholeCell = 0.95; // of the voltage: what is left is no more than the errors of a resistance
    private const double SameResistance = 0.02;
    private const double Unphysical = 1e-3;
    private const double OhmicTolerance = 0.05;
    private const double FarFromSteady = 0.1;

    internal static ImmutableArray<OutcomeWarning> Of(BruceVincentResult result, BruceVincentOptions options, PolarisationCurrents? currents, TransferenceSpectra spectra)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        double voltage = options.Voltage.Value, atInterface = options.InitialCurrent.Value * options.InterfaceBefore.Value / voltage;
        if (result.CurrentRatio > 1.0)
        {
            warnings.Add(new OutcomeWarning("ratio-above-one", WarningLevel.Serious, FormattableString.Invariant(
                $"ρ₊ = {result.CurrentRatio:G4} is above 1, which no electrolyte has: a current, a resistance or the steady state is wrong, or the cell leaks electrons. It is reported as it is.")));
        }

        if (result.CurrentRatio <= 0.0)
        {
            warnings.Add(new OutcomeWarning("ratio-not-positive", WarningLevel.Serious, FormattableString.Invariant(
                $"ρ₊ = {result.CurrentRatio:G4} is not above 0: the interfacial resistances leave no voltage for the electrolyte.")));
        }

        if (atInterface >= WholeCell)
        {
            warnings.Add(new OutcomeWarning("bulk-used-for-interface", WarningLevel.Serious, FormattableString.Invariant(
                $"I₀R₀ is {100.0 * atInterface:G3} % of ΔV, which leaves nothing for the electrolyte: R₀ = {options.InterfaceBefore.Value:G4} Ω is that of the whole cell, ΔV/I₀ = {voltage / options.InitialCurrent.Value:G4} Ω. The formula needs the interfaces alone, without the bulk.")));
        }
        else if (options.Electrolyte is { Value: > 0.0 } bulk && Math.Abs((options.InterfaceBefore.Value / bulk.Value) - 1.0) < SameResistance)
        {
            warnings.Add(new OutcomeWarning("bulk-used-for-interface", WarningLevel.Serious, FormattableString.Invariant(
                $"R₀ = {options.InterfaceBefore.Value:G4} Ω is the resistance of the electrolyte, {bulk.Value:G4} Ω: the bulk may have been taken for the interfaces.")));
        }
        else if (atInterface > IllConditioned / (IllConditioned + 1.0))
        {
            warnings.Add(new OutcomeWarning("ill-conditioned", WarningLevel.Caution, FormattableString.Invariant(
                $"I₀R₀ is {100.0 * atInterface:G3} % of ΔV: numerator and denominator are small differences of large numbers, and errors of the resistances are multiplied.")));
        }

        if (Math.Abs(voltage) > options.LinearVoltage)
        {
            warnings.Add(new OutcomeWarning("voltage-not-small", WarningLevel.Caution, FormattableString.Invariant(
                $"ΔV = {1e3 * voltage:G4} mV is above 10 mV: the formula is for a response in proportion to the voltage.")));
        }

        if (result.UnphysicalShare > Unphysical)
        {
            warnings.Add(new OutcomeWarning("unphysical-draws", WarningLevel.Serious, FormattableString.Invariant(
                $"{100.0 * result.UnphysicalShare:G3} % of the draws within the stated uncertainties give no positive ρ₊: the uncertainties are too large for an interval.")));
        }

        if (options.InitialCurrent.Uncertainty == 0.0 || options.InterfaceBefore.Uncertainty == 0.0 || options.InterfaceAfter.Uncertainty == 0.0)
        {
            warnings.Add(new OutcomeWarning("no-uncertainty", WarningLevel.Notice, "An input has no uncertainty: the interval is that of the others alone and too narrow."));
        }

        AddOhm(result, options, warnings);
        AddReading(currents, warnings);
        AddSpectra(spectra, warnings);
        return warnings.ToImmutable();
    }

    private static void AddOhm(BruceVincentResult result, BruceVincentOptions options, ImmutableArray<OutcomeWarning>.Builder warnings)
    {
        if (result.OhmicCurrent is not { } ohmic)
        {
            return;
        }

        double difference = (options.InitialCurrent.Value / ohmic) - 1.0;
        if (Math.Abs(difference) > OhmicTolerance)
        {
            string cause = difference < 0.0
                ? "it was probably read too late, after salt had begun to move, which makes ρ₊ too large"
                : "it may hold the charging of the double layers, or the resistances are of another state";
            warnings.Add(new OutcomeWarning("initial-current-not-ohmic", WarningLevel.Caution, FormattableString.Invariant(
                $"I₀ differs from ΔV/(R_e + R₀) by {100.0 * difference:+0.0;-0.0} %: {cause}.")));
        }
    }

    private static void AddSpectra(TransferenceSpectra spectra, ImmutableArray<OutcomeWarning>.Builder warnings)
    {
        if (spectra.Count == 1 && spectra.Before is not null)
        {
            warnings.Add(new OutcomeWarning("one-spectrum", WarningLevel.Caution, "One spectrum serves for both states: what the interfaces changed during the hold is not known."));
        }

        if (spectra.Count > 2)
        {
            warnings.Add(new OutcomeWarning("several-spectra", WarningLevel.Notice, FormattableString.Invariant(
                $"Of {spectra.Count} spectra the first was taken for the state before the hold and the last for the steady state.")));
        }

        IEnumerable<InterfaceSpectrum> fits = new[] { spectra.Before, spectra.After }.OfType<InterfaceSpectrum>().Distinct();
        foreach ((string code, string text) in fits.SelectMany(fit => fit.Fit.Warnings).Select(warning => (warning.Code, warning.Text)).Distinct())
        {
            warnings.Add(new OutcomeWarning("spectrum-" + code, WarningLevel.Notice, text));
        }
    }

    private static void AddReading(PolarisationCurrents? currents, ImmutableArray<OutcomeWarning>.Builder warnings)
    {
        if (currents is null)
        {
            return;
        }

        if (!currents.IsSteady)
        {
            WarningLevel level = Math.Abs(currents.ExcessAtTheEnd) > FarFromSteady ? WarningLevel.Serious : WarningLevel.Caution;
            warnings.Add(new OutcomeWarning("not-steady", level, FormattableString.Invariant(
                $"At the end of the hold the current was still {100.0 * currents.ExcessAtTheEnd:+0.0;-0.0} % off its extrapolated limit, which is used: hold for longer than {currents.Duration / 3600.0:G3} h.")));
        }

        double early = (currents.FirstSample / currents.Initial.Value) - 1.0;
        if (Math.Abs(early) > OhmicTolerance)
        {
            warnings.Add(new OutcomeWarning("first-sample-is-not-initial", WarningLevel.Notice, FormattableString.Invariant(
                $"The first sample is {100.0 * early:+0.0;-0.0} % off the extrapolated initial current: {(early > 0.0 ? "it holds the charging of the double layers" : "salt had begun to move before it")}.")));
        }
    }
}
