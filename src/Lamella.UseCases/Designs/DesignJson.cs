using System.Text.Json;
using Lamella.Core;
using Lamella.Energy.Building;
using Lamella.Energy.Sensitivities;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Designs;

/// <summary>Writes a design report as JSON; keys carry their unit.</summary>
internal static class DesignJson
{
    /// <summary>Model that energies come from.</summary>
    internal const string Model = "cell-build/1";

    internal static void Write(Utf8JsonWriter writer, DesignReport report)
    {
        BuiltCell cell = report.Cell;
        writer.WriteString("design", report.Sheet.Name);
        writer.WriteString("model", Model);
        writer.WriteString("software_version", DesignReport.Version);
        writer.WriteString("input_sha256", report.Sheet.Hash);
        writer.WriteNumber("capacity_Ah", cell.Capacity / 3600.0);
        writer.WriteNumber("voltage_V", cell.Design.Voltage);
        writer.WriteNumber("energy_Wh", cell.Energy / DesignUnits.WattHourPerKilogram);
        Parts(writer, cell);
        Energies(writer, report);
        Geometry(writer, cell);
        Lithium(writer, cell.Lithium);
        writer.WriteStartObject("power");
        writer.WriteNumber("area_resistance_ohm_cm2", cell.Power.AreaResistance * 1e4);
        writer.Number("limiting_current_mA_per_cm2", cell.Salt.LimitingCurrent / 10.0);
        writer.Number("safe_current_mA_per_cm2", cell.Salt.SafeCurrent / 10.0);
        writer.Number("rate_at_the_safe_current_per_h", cell.Salt.SafeRate);
        writer.WriteBoolean("every_layer_states_its_conductivity", cell.Power.IsComplete);
        writer.WriteEndObject();
        if (report.Discharge is { } discharge)
        {
            writer.WriteStartObject("simulated_discharge");
            writer.WriteString("cell", discharge.CellName);
            writer.WriteNumber("rate_C", discharge.Rate);
            writer.WriteNumber("temperature_degC", discharge.Temperature - PhysicalConstants.ZeroCelsius);
            writer.WriteNumber("mean_voltage_V", discharge.Voltage);
            writer.WriteNumber("capacity_mAh_per_g", discharge.Capacity / 3600.0);
            writer.WriteEndObject();
        }

        if (report.Target is { } target)
        {
            TargetJson.Write(writer, target, report);
        }

        if (!report.Front.IsEmpty)
        {
            writer.Objects("front", report.Front, point =>
            {
                TargetJson.Setting(writer, point.Setting);
                writer.WriteNumber("energy_Wh_per_kg", point.Energy / DesignUnits.WattHourPerKilogram);
                writer.Number("rate_at_the_limit_of_overpotential_or_salt_per_h", point.Rate);
                writer.Number("cycles_of_reserve", point.Cycles);
            });
        }

        writer.Objects("effects_on_Wh_per_kg_of_the_cell", report.Effects, effect => Effect(writer, effect));
        writer.Texts("warnings", report.Warnings);
    }

    private static void Parts(Utf8JsonWriter writer, BuiltCell cell) => writer.Objects("parts", cell.Parts, part =>
    {
        writer.WriteString("name", part.Name);
        writer.WriteString("group", part.Group.Text());
        writer.WriteString("smallest_basis", part.Basis.Text());
        writer.WriteNumber("pieces", part.Count);
        writer.Number("area_cm2", part.Area > 0.0 ? part.Area * 1e4 : null);
        writer.Number("thickness_um", part.Thickness > 0.0 ? part.Thickness * 1e6 : null);
        writer.WriteNumber("mass_g", part.Mass * 1e3);
    });

    private static void Energies(Utf8JsonWriter writer, DesignReport report) => writer.Objects("energies", report.Energies, energy =>
    {
        writer.WriteString("basis", energy.Basis.Text());
        writer.WriteNumber("mass_g", energy.Mass * 1e3);
        writer.WriteNumber("volume_mL", energy.Volume * 1e6);
        writer.WriteNumber("specific_energy_Wh_per_kg", energy.PerMass.Value / DesignUnits.WattHourPerKilogram);
        writer.WriteNumber("specific_energy_uncertainty_Wh_per_kg", energy.PerMass.Uncertainty / DesignUnits.WattHourPerKilogram);
        writer.WriteNumber("energy_density_Wh_per_L", energy.PerVolume.Value / DesignUnits.WattHourPerLitre);
        writer.WriteNumber("energy_density_uncertainty_Wh_per_L", energy.PerVolume.Uncertainty / DesignUnits.WattHourPerLitre);
    });

    private static void Geometry(Utf8JsonWriter writer, BuiltCell cell)
    {
        writer.WriteStartObject("geometry");
        writer.WriteNumber("stack_thickness_discharged_mm", cell.DischargedThickness * 1e3);
        writer.WriteNumber("stack_thickness_charged_mm", cell.ChargedThickness * 1e3);
        writer.WriteNumber("envelope_width_mm", cell.Envelope.Width * 1e3);
        writer.WriteNumber("envelope_height_mm", cell.Envelope.Height * 1e3);
        writer.WriteNumber("envelope_thickness_charged_mm", cell.Envelope.Thickness * 1e3);
        writer.WriteEndObject();
    }

    private static void Lithium(Utf8JsonWriter writer, LithiumBudget lithium)
    {
        writer.WriteStartObject("lithium");
        writer.WriteNumber("capacity_mAh_per_cm2", lithium.Capacity / DesignUnits.MilliampereHourPerSquareCentimetre);
        writer.WriteNumber("anode_mAh_per_cm2", lithium.Anode / DesignUnits.MilliampereHourPerSquareCentimetre);
        writer.WriteNumber("first_charge_mAh_per_cm2", lithium.Cathode / DesignUnits.MilliampereHourPerSquareCentimetre);
        writer.WriteNumber("n_to_p", lithium.NegativeToPositive);
        writer.WriteNumber("anode_to_capacity", lithium.AnodeRatio);
        writer.WriteNumber("coulombic_efficiency", lithium.CoulombicEfficiency);
        writer.Number("cycles_of_reserve", lithium.Cycles);
        writer.Number("cycles_to_80_percent", lithium.CyclesTo80Percent);
        writer.WriteEndObject();
    }

    private static void Effect(Utf8JsonWriter writer, InputEffect effect)
    {
        string unit = effect.Input.Quantity.Unit.Symbol;
        writer.WriteString("input", effect.Input.Path);
        writer.WriteString("unit", unit);
        writer.WriteNumber("low", effect.Input.Quantity.Unit.FromSi(effect.Low));
        writer.WriteNumber("high", effect.Input.Quantity.Unit.FromSi(effect.High));
        writer.WriteNumber("at_low_Wh_per_kg", effect.AtLow / DesignUnits.WattHourPerKilogram);
        writer.WriteNumber("at_high_Wh_per_kg", effect.AtHigh / DesignUnits.WattHourPerKilogram);
        writer.WriteBoolean("range_is_stated", effect.IsStated);
    }
}
