using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Electrodes;

namespace Lamella.Materials.Parameters;

/// <summary>Reads the charge-transfer kinetics of an active material in any of the three published forms.</summary>
/// <remarks>
/// <c>rate_constant</c> m of i₀ = m·√(c_e·c_s·(c_max − c_s)); <c>normalised_rate_constant</c> k of the BPX form
/// i₀ = F·k·√(c_e/1000·x·(1 − x)), hence i₀,ref = F·k/2; <c>exchange_current_density</c>, i₀,ref itself with its α.
/// </remarks>
internal static class KineticsReader
{
    private static readonly QuantityRule RateConstant =
        QuantityRule.Like("3.42e-6 A m^2.5/mol^1.5").Above("0 A m^2.5/mol^1.5");

    private static readonly QuantityRule NormalisedRateConstant = QuantityRule.Like("9.7e-7 mol/(m2 s)").Above("0 mol/(m2 s)");
    private static readonly QuantityRule ExchangeCurrentDensity = QuantityRule.Like("2.5 A/m2").Above("0 A/m2");
    private static readonly QuantityRule Share = QuantityRule.Like("0.5").Above("0").Below("1");

    internal static IntercalationKinetics Read(ParameterFile file, double publishedMaximum)
    {
        YamlMapping node = file.Top.Required("kinetics").AsMapping().AllowOnly(
            [
                .. SourceTable.Keys, "rate_constant", "normalised_rate_constant", "exchange_current_density",
                "transfer_coefficient", "activation_energy", "reference_temperature",
            ]);
        Source source = file.Publications.Read(node);
        file.Keep(nameof(ActiveMaterial.Kinetics), source);
        double energy = ParameterFile.Quantity(node, "activation_energy", LawReader.ActivationEnergy);
        double temperature = ParameterFile.Quantity(node, "reference_temperature", LawReader.Temperature);
        if (node.Optional("rate_constant") is { } rate)
        {
            return IntercalationKinetics.FromRateConstant(
                rate.AsQuantity(RateConstant).InSi, publishedMaximum, energy, temperature, source);
        }

        if (node.Optional("normalised_rate_constant") is { } normalised)
        {
            double reference = PhysicalConstants.Faraday * normalised.AsQuantity(NormalisedRateConstant).InSi / 2.0;
            return new IntercalationKinetics(reference, 0.5, energy, temperature, source);
        }

        return new IntercalationKinetics(
            ParameterFile.Quantity(node, "exchange_current_density", ExchangeCurrentDensity),
            ParameterFile.Quantity(node, "transfer_coefficient", Share),
            energy,
            temperature,
            source);
    }
}
