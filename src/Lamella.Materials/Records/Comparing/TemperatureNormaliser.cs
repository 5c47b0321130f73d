using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Comparing;

/// <summary>Brings values to one temperature where an activation energy is stated, and says why not where none is.</summary>
/// <remarks>
/// A conductivity follows σ = A·exp(−E/RT); publications fit that or σT = A·exp(−E/RT) and seldom say which. The value is that of the
/// first form, the interval covers the second. Resistances follow the reciprocal. Nothing else is normalised.
/// </remarks>
internal sealed class TemperatureNormaliser
{
    private static readonly string[] Rising = ["ionic_conductivity", "diffusion_coefficient", "exchange_current_density", "molar_conductivity"];
    private static readonly string[] Falling = ["bulk_resistance", "interface_resistance", "charge_transfer_resistance", "cell_impedance"];

    private readonly ComparisonOptions _options;
    private readonly ILookup<(string Publication, string System), LiteratureRecord> _energies;

    internal TemperatureNormaliser(RecordLibrary library, ComparisonOptions options)
    {
        _options = options;
        _energies = library.Records
            .Where(record => record.Quantity == "activation_energy" && record.Value.Number is { IsComparable: true, Qualifier: not FactQualifier.Range })
            .ToLookup(record => (record.Publication, record.System.Name));
    }

    internal bool TryNormalise(
        LiteratureRecord record, [NotNullWhen(true)] out ComparedValue? value, out double? temperature, [NotNullWhen(false)] out string? problem)
    {
        (value, problem, temperature) = (null, null, _options.Temperature);
        FactValue number = record.Value.Number!;
        double spread = record.Value.Uncertainty[0] * number.Unit.Factor, low = number.InSi.Min() - spread, high = number.InSi.Max() + spread;
        bool depends = Rising.Contains(record.Quantity, StringComparer.Ordinal) || Falling.Contains(record.Quantity, StringComparer.Ordinal);
        if (_options.Temperature is not { } wanted)
        {
            temperature = record.Temperature;
            problem = depends && temperature is null ? "no temperature stated" : null;
            value = problem is null ? new ComparedValue(record, number.CentreInSi, low, high, null) : null;
            return value is not null;
        }

        if (record.Temperature is not { } measured)
        {
            problem = "no temperature stated";
            return false;
        }

        if (Math.Abs(measured - wanted) <= _options.Within)
        {
            value = new ComparedValue(record, number.CentreInSi, low, high, null);
            return true;
        }

        string at = string.Create(CultureInfo.InvariantCulture, $"measured at {measured - PhysicalConstants.ZeroCelsius:G4} degC");
        if (!depends)
        {
            problem = $"{at}; this quantity has no law by which to normalise the temperature";
            return false;
        }

        if (Energy(record) is not var (energy, origin))
        {
            problem = $"{at} and no activation energy stated";
            return false;
        }

        value = Normalised(record, (number.CentreInSi, low, high), (measured, wanted), (energy, $"{at}; {origin}"));
        return true;
    }

    private static ComparedValue Normalised(
        LiteratureRecord record, (double Value, double Low, double High) stated, (double Measured, double Wanted) temperature, (double Value, string Origin) energy)
    {
        int sign = Falling.Contains(record.Quantity, StringComparer.Ordinal) ? -1 : 1;
        double exponent = energy.Value / PhysicalConstants.GasConstant * ((1.0 / temperature.Measured) - (1.0 / temperature.Wanted));
        double factor = Math.Exp(sign * exponent);
        double other = factor * Math.Pow(temperature.Measured / temperature.Wanted, sign);
        return new ComparedValue(
            record, stated.Value * factor, stated.Low * Math.Min(factor, other), stated.High * Math.Max(factor, other),
            string.Create(CultureInfo.InvariantCulture, $"{energy.Origin}: times {factor:G3}, or {other:G3} if the fit was of the product with T"));
    }

    private (double Value, string Origin)? Energy(LiteratureRecord record)
    {
        if (record.Conditions.TryGetValue("activation_energy", out RecordCondition? own)
            && own.Value is { IsComparable: true, Qualifier: not FactQualifier.Range } stated && stated.Unit.Dimension == Unit.Parse("eV").Dimension)
        {
            return (stated.InSi[0], $"its own activation energy {own.Text}");
        }

        // The energies of publications are those of conductivities.
        if (record.Quantity == "ionic_conductivity"
            && _energies[(record.Publication, record.System.Name)].FirstOrDefault() is { } other)
        {
            return (other.Value.Number!.InSi[0], $"activation energy {other.Value.Printed} of {other.Id}");
        }

        return _options.ActivationEnergy is { } users ? (users, "the activation energy stated for this comparison") : null;
    }
}
