using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Parameters;

/// <summary>Reads one property law of a parameter file.</summary>
internal static class LawReader
{
    internal static readonly QuantityRule ActivationEnergy = QuantityRule.Like("0.24 eV").AtLeast("0 eV");
    internal static readonly QuantityRule Temperature = QuantityRule.Like("298.15 K").Above("0 K");
    private static readonly string[] Conventions = ["plain", "times temperature"];

    internal static PropertyLaw Read(YamlMapping node, SourceTable publications, ClosedFormKind kind, QuantityRule rule)
    {
        if (node.Optional("form") is { } form)
        {
            node.AllowOnly([.. SourceTable.Keys, "form"]);
            return Form(form, kind).Create(publications.Read(node));
        }

        if (node.Optional("vanishing_temperature") is not null)
        {
            return Vtf(node, publications.Read(node), rule);
        }

        return node.Optional("activation_energy") is not null
            ? Arrhenius(node, publications.Read(node), rule)
            : Constant(node, publications.Read(node), rule);
    }

    private static ClosedForm Form(YamlNode node, ClosedFormKind kind)
    {
        string[] names = [.. ClosedForms.All.Where(form => form.Kind == kind).Select(form => form.Name)];
        return ClosedForms.Find(node.AsOneOf(names))!;
    }

    private static PropertyLaw Constant(YamlMapping node, Source source, QuantityRule rule)
    {
        node.AllowOnly([.. SourceTable.Keys, "value", "range"]);
        return PropertyLaws.Constant(ParameterFile.Quantity(node, "value", rule), source);
    }

    private static PropertyLaw Arrhenius(YamlMapping node, Source source, QuantityRule rule)
    {
        node.AllowOnly(
            [.. SourceTable.Keys, "value", "range", "activation_energy", "reference_temperature", "convention", "temperature_range"]);
        bool product = node.Optional("convention")?.AsOneOf(Conventions) == Conventions[1];
        return PropertyLaws.Arrhenius(
            ParameterFile.Quantity(node, "value", rule),
            ParameterFile.Quantity(node, "activation_energy", ActivationEnergy),
            ParameterFile.Quantity(node, "reference_temperature", Temperature),
            source,
            product ? ArrheniusConvention.TimesTemperature : ArrheniusConvention.Plain,
            TemperatureRange(node));
    }

    private static PropertyLaw Vtf(YamlMapping node, Source source, QuantityRule rule)
    {
        node.AllowOnly(
            [
                .. SourceTable.Keys, "value", "range", "pseudo_activation_temperature", "vanishing_temperature",
                "reference_temperature", "temperature_range",
            ]);
        double vanishing = ParameterFile.Quantity(node, "vanishing_temperature", Temperature);
        double reference = ParameterFile.Quantity(node, "reference_temperature", Temperature);
        if (reference <= vanishing)
        {
            throw node.Required("reference_temperature").Error(
                "the reference temperature is not above the vanishing temperature T0.",
                "a temperature above T0",
                "Give the temperature at which the value was measured; T0 lies below the glass transition.");
        }

        return PropertyLaws.Vtf(
            ParameterFile.Quantity(node, "value", rule),
            ParameterFile.Quantity(node, "pseudo_activation_temperature", Temperature),
            vanishing,
            reference,
            source,
            TemperatureRange(node));
    }

    private static ValidRange? TemperatureRange(YamlMapping node) =>
        node.Optional("temperature_range") is { } range ? ParameterFile.Range(range, Temperature) : null;
}
