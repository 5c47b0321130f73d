using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Cells.Description.Reading;

/// <summary>Makes laws of temperature from stated values.</summary>
/// <remarks>
/// A value that overrides a material keeps the material's activation energy unless it states its own law; a value without
/// material and law does not depend on temperature, which is noted.
/// </remarks>
internal sealed class StatedLaws(CellValues values, double cellTemperature)
{
    /// <summary>Makes the law of a key, times a factor.</summary>
    /// <param name="path">Path of the key.</param>
    /// <param name="stated">Its value.</param>
    /// <param name="factor">Effective over stated value [–].</param>
    /// <param name="material">The law that it overrides, or null.</param>
    /// <param name="argument">Concentration [mol/m³] or stoichiometry [–] at which the overridden law is looked at.</param>
    internal PropertyLaw Make(string path, StatedValue stated, double factor, PropertyLaw? material, double argument)
    {
        Source source = stated.Quantity.Source!;
        double value = factor * values.Take(path)!.Value;
        double reference = stated.Quantity.Temperature ?? cellTemperature;
        if (values.Take($"{path}/vtf/B") is { } pseudoEnergy)
        {
            return Vtf(path, value, pseudoEnergy, reference, source);
        }

        double? energy = values.Take($"{path}/activation energy") ?? Inherited(path, material, argument, reference);
        if (energy is null)
        {
            values.Note($"{path}: no temperature law is stated, so {stated.Quantity} holds at every temperature.");
            return PropertyLaws.Constant(value, source);
        }

        bool product = values.Content.Text($"{path}/prefactor") is not null;
        return PropertyLaws.Arrhenius(
            value, energy.Value, reference, source, product ? ArrheniusConvention.TimesTemperature : ArrheniusConvention.Plain);
    }

    /// <summary>Returns the law of a material, with another activation energy where one was set alone.</summary>
    internal PropertyLaw FromMaterial(string path, string materialName, PropertyLaw law)
    {
        values.Law(path, materialName, law.Source);
        return values.Take($"{path}/activation energy") is { } energy
            ? law.WithActivationEnergy(energy, cellTemperature) : law;
    }

    private PropertyLaw Vtf(string path, double value, double pseudoEnergy, double reference, Source source)
    {
        double vanishing = values.Take($"{path}/vtf/T0")!.Value;
        return vanishing < reference ? PropertyLaws.Vtf(value, pseudoEnergy, vanishing, reference, source) : throw new InputException(
            values.Content.Find($"{path}/vtf/T0")!.Place,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T0 = {vanishing} K is not below the temperature of the value, {reference} K."),
            "a T0 below the temperature given by 'at'",
            "T0 lies 30 to 50 K below the glass transition; check whether it was given in degC.");
    }

    private double? Inherited(string path, PropertyLaw? material, double argument, double reference)
    {
        var around = new ValidRange(reference - 5.0, reference + 5.0);
        if (material is null || (material.Outside == OutsideRange.Refuse && !material.TemperatureRange.Contains(around)))
        {
            return null;
        }

        double energy = Math.Max(0.0, material.ActivationEnergy(argument, reference));
        values.Default(
            $"{path}/activation energy", energy, "eV", material.Source with { Origin = Origin.Derived }, temperature: reference);
        return energy;
    }
}
