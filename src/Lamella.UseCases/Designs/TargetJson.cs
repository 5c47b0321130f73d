using System.Text.Json;
using Lamella.Energy.Building;
using Lamella.Energy.Targets;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Designs;

/// <summary>Writes what a target would take as JSON; energies are in the unit of the target.</summary>
internal static class TargetJson
{
    internal static void Write(Utf8JsonWriter writer, DesignTarget target, DesignReport report)
    {
        TargetResult result = target.Result;
        double Energy(double si) => target.Unit.FromSi(si);
        writer.WriteStartObject("target");
        writer.WriteString("wanted", target.Wanted.ToString());
        writer.WriteString("basis", target.Basis.Text());
        writer.WriteString("unit", target.Unit.Symbol);
        writer.WriteBoolean("is_met_as_described", target.IsMet);
        writer.WriteBoolean("is_reachable", result.IsReachable);
        writer.WriteString("binding_constraint", result.Binding is { } binding ? DesignUnits.Words(binding, target.Constraints) : null);
        Design("described", result.From, Energy(result.Described));
        Design("best", result.BestSetting, Energy(result.Best));
        Design("thickest_electrolyte", result.Thickest, Energy(target.Energies.Thickest ?? result.Target));
        Design("at_described_loading", result.AtDescribedLoading, Energy(target.Energies.AtDescribedLoading ?? result.Target));
        writer.Objects("constraints", result.Constraints, effect =>
        {
            writer.WriteString("constraint", DesignUnits.Words(effect.Constraint, target.Constraints));
            writer.WriteString("value", DesignUnits.Value(effect.Constraint, effect.Value));
            writer.WriteString("limit", DesignUnits.Value(effect.Constraint, effect.Limit));
            writer.WriteBoolean("is_at_its_limit", effect.IsActive);
            writer.WriteNumber("best_without_it", Energy(effect.WithoutIt));
        });
        writer.Objects("inputs_alone", result.Alone, lever =>
        {
            var unit = report.Sheet.Find(lever.Path)!.Quantity.Unit;
            writer.WriteString("input", lever.Path);
            writer.WriteString("unit", unit.Symbol);
            writer.Number("needed", lever.Needed is { } needed ? unit.FromSi(needed) : null);
            writer.WriteNumber("moved_as_far_as", unit.FromSi(lever.Limit));
            writer.Number("energy_there", Energy(lever.AtLimit));
        });
        writer.Objects("simulated_at_the_rate_of_the_constraints", target.Checks, check =>
        {
            writer.WriteString("design", check.Name);
            Setting(writer, check.Setting);
            writer.WriteNumber("mean_voltage_V", check.Discharge.Voltage);
            writer.WriteNumber("capacity_mAh_per_g", check.Discharge.Capacity / 3600.0);
            writer.WriteNumber("energy", Energy(check.Energy));
            writer.Texts("notes", check.Discharge.Notes);
        });
        writer.WriteEndObject();

        void Design(string name, LeverSetting? setting, double energy)
        {
            if (setting is { } found)
            {
                writer.WriteStartObject(name);
                Setting(writer, found);
                writer.WriteNumber("energy", energy);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull(name);
            }
        }
    }

    /// <summary>Writes the members of a setting.</summary>
    internal static void Setting(Utf8JsonWriter writer, LeverSetting setting)
    {
        writer.WriteNumber("electrolyte_um", 1e6 * setting.ElectrolyteThickness);
        writer.WriteNumber("active_loading_mg_per_cm2", 100.0 * setting.ActiveLoading);
        writer.WriteNumber("lithium_um", 1e6 * setting.Lithium);
    }
}
