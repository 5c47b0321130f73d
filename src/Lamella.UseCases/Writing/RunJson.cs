using System.Text.Json;
using Lamella.Cells.Results;
using Lamella.Core.Provenance;

namespace Lamella.UseCases.Writing;

/// <summary>Members of a result file that describe simulated runs.</summary>
internal static class RunJson
{
    /// <summary>Writes where a result came from.</summary>
    internal static void Provenance(Utf8JsonWriter writer, ResultProvenance provenance)
    {
        writer.WriteStartObject("provenance");
        writer.WriteString("software_version", provenance.SoftwareVersion);
        writer.WriteString("model", provenance.Model);
        writer.WriteString("input_sha256", provenance.InputHash);
        writer.WriteEndObject();
    }

    /// <summary>Writes steps, balance and work of a run.</summary>
    internal static void Run(Utf8JsonWriter writer, CellRun run, double area)
    {
        Steps(writer, run, area);
        Balance(writer, run.Balance);
        if (run.Neglected is { } left)
        {
            writer.WriteNumber("neglected_voltage_rms_V", left.Rms);
            writer.WriteNumber("neglected_voltage_largest_V", left.Largest);
        }

        Work(writer, run.Work);
    }

    /// <summary>Writes the steps of a run.</summary>
    /// <param name="writer">Receives the members.</param>
    /// <param name="run">The run.</param>
    /// <param name="area">Geometric area of the cell [m²].</param>
    internal static void Steps(Utf8JsonWriter writer, CellRun run, double area) =>
        writer.Objects("steps", run.Steps, step =>
        {
            writer.WriteNumber("step", step.Number);
            writer.WriteNumber("cycle", step.Cycle);
            writer.WriteString("label", step.Label);
            if (step.Block.Length > 0)
            {
                writer.WriteString("block", step.Block);
            }

            writer.WriteString("ending", step.Ending.ToString());
            writer.WriteString("reason", step.Reason);
            writer.WriteNumber("start_s", step.StartTime);
            writer.WriteNumber("duration_s", step.Duration);
            writer.WriteNumber("charge_mAh", step.Charge * area / 3.6);
            writer.WriteNumber("charge_mAh_per_cm2", step.Charge / 3.6e4);
            writer.WriteNumber("energy_mWh", step.Energy * area / 3.6);
            writer.WriteNumber("start_voltage_V", step.StartVoltage);
            writer.WriteNumber("end_voltage_V", step.EndVoltage);
        });

    /// <summary>Writes what a run conserved.</summary>
    internal static void Balance(Utf8JsonWriter writer, CellBalance balance)
    {
        writer.WriteStartObject("balance");
        writer.WriteNumber("lithium_mol_per_m2", balance.Lithium);
        writer.WriteNumber("lithium_drift_relative", balance.LithiumDrift);
        writer.WriteNumber("salt_drift_relative", balance.SaltDrift);
        writer.WriteNumber("charge_drift_relative", balance.ChargeDrift);
        writer.WriteNumber("foil_lithium_mol_per_m2", balance.FoilLithium);
        writer.WriteNumber("lost_lithium_mol_per_m2", balance.LostLithium);
        writer.WriteEndObject();
    }

    /// <summary>Writes the work of the solver.</summary>
    internal static void Work(Utf8JsonWriter writer, SolverWork work)
    {
        writer.WriteStartObject("solver");
        writer.WriteNumber("unknowns", work.Unknowns);
        writer.WriteNumber("steps", work.Steps);
        writer.WriteNumber("residuals", work.Residuals);
        writer.WriteNumber("jacobians", work.Jacobians);
        writer.WriteNumber("factorisations", work.Factorisations);
        writer.WriteNumber("error_test_failures", work.ErrorTestFailures);
        writer.WriteNumber("newton_failures", work.NewtonFailures);
        writer.WriteEndObject();
    }
}
