using System.Text.Json;
using Lamella.Cells.Results;
using Lamella.Cells.Sensitivities;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Writing;

/// <summary>Members of a result file about the derivatives of what each step reports, per unit of the cell file.</summary>
internal static class SensitivityJson
{
    internal static void Write(Utf8JsonWriter writer, CellRun run, IReadOnlyList<InputSensitivity> sensitivities, double area) =>
        writer.Objects("sensitivities", sensitivities, by =>
        {
            writer.WriteString("input", by.Path);
            writer.WriteNumber("value", by.Input.Value);
            writer.WriteString("unit", by.Input.Unit.Symbol);
            writer.Objects("steps", by.Derivatives.Steps.Zip(run.Steps), step => Step(writer, by, step.First, step.Second, area));
        });

    private static void Step(Utf8JsonWriter writer, InputSensitivity by, StepSensitivity slope, StepResult step, double area)
    {
        writer.WriteNumber("step", step.Number);
        writer.Number("duration_s_per_unit", by.PerUnit(slope.Duration));
        writer.Number("charge_mAh_per_unit", by.PerUnit(slope.Charge) * area / 3.6);
        writer.Number("energy_mWh_per_unit", by.PerUnit(slope.Energy) * area / 3.6);
        writer.Number("start_voltage_V_per_unit", by.PerUnit(slope.StartVoltage));
        writer.Number("end_voltage_V_per_unit", by.PerUnit(slope.EndVoltage));
        writer.Number("charge_elasticity", by.Elasticity(step.Charge, slope.Charge));
        writer.Number("energy_elasticity", by.Elasticity(step.Energy, slope.Energy));
    }
}
