using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Transference;

/// <summary>Finds what is doubtful about a Bruce–Vincent experiment.</summary>
internal static class TransferenceWarnings
{
    private const double IllConditioned = 5.0; // share of the voltage at the interfaces over what is left
    private const double Unphysical = 1e-3;

    internal static ImmutableArray<OutcomeWarning> Of(BruceVincentResult result, BruceVincentOptions options)
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

        if (atInterface >= 1.0)
        {
            warnings.Add(new OutcomeWarning("bulk-used-for-interface", WarningLevel.Serious, FormattableString.Invariant(
                $"I₀R₀ is {100.0 * atInterface:G3} % of ΔV, which leaves nothing for the electrolyte: the resistance of the whole cell may have been taken for that of the interfaces.")));
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

        return warnings.ToImmutable();
    }
}
