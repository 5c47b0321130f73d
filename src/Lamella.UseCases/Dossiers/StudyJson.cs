using System.Text.Json;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Studies;
using Lamella.Studies.Calibration;
using Lamella.Studies.Prediction;
using Lamella.UseCases.Whole;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Dossiers;

/// <summary>The members of a study's result.json.</summary>
internal static class StudyJson
{
    internal static void Members(Utf8JsonWriter writer, StudyResult result)
    {
        writer.WriteString("study", result.Cell.Name);
        writer.WriteString("publication", result.Paper.Citation);
        RunJson.Provenance(writer, result.Provenance);
        Calibration(writer, result.Calibration);
        writer.WriteNumber("interval_coverage", result.Coverage);
        writer.Objects("experiments", result.Experiments, experiment =>
        {
            writer.WriteString("name", experiment.Experiment.Name);
            writer.WriteString("kind", experiment.Experiment.Kind.ToString());
            writer.Objects("points", experiment.Points, point => Point(writer, point));
        });
        bool isCalibrated = !result.Calibration.Parameters.IsEmpty;
        writer.Objects(
            "whole_experiments", result.WholeExperiments.Index(), whole => WholeFiles.Members(writer, whole.Item, whole.Index, isCalibrated));
        writer.WriteStartObject("balance");
        writer.WriteNumber("lithium_drift_relative", result.Effort.LithiumDrift);
        writer.WriteNumber("salt_drift_relative", result.Effort.SaltDrift);
        writer.WriteNumber("charge_drift_relative", result.Effort.ChargeDrift);
        writer.WriteEndObject();
        RunJson.Work(writer, result.Effort.Work);
        writer.Texts("warnings", result.Warnings);
    }

    private static void Calibration(Utf8JsonWriter writer, CalibrationResult calibration)
    {
        writer.WriteStartObject("calibration");
        writer.WriteNumber("chi_square", calibration.ChiSquare);
        writer.WriteNumber("degrees_of_freedom", calibration.DegreesOfFreedom);
        writer.WriteBoolean("converged", calibration.IsConverged);
        writer.Texts("facts", calibration.Facts.Select(fact => fact.Point.Fact.Id));
        writer.Objects("parameters", calibration.Parameters, parameter =>
        {
            writer.WriteString("name", parameter.Name);
            Quantity(writer, "value", parameter.Value);
            writer.Number("standard_uncertainty", parameter.Value.Uncertainty);
            writer.Number("uncertainty_factor", parameter.UncertaintyFactor);
            writer.Number("lower_bound", parameter.Lower.Value);
            writer.Number("upper_bound", parameter.Upper.Value);
            writer.WriteBoolean("identified", parameter.IsIdentified);
            writer.WriteString("verdict", parameter.Verdict);
        });
        writer.WriteStartArray("correlation");
        foreach (double value in calibration.Correlation)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter writer, PredictedPoint predicted)
    {
        var point = predicted.Point;
        writer.WriteString("fact", point.Fact.Id);
        writer.WriteString("system", point.Fact.System);
        writer.WriteString("conditions", PredictionTable.Conditions(point));
        writer.WriteNumber("temperature_degC", point.Temperature - PhysicalConstants.ZeroCelsius);
        Quantity(writer, "predicted", predicted.Value);
        writer.Number("lower", predicted.Lower.Value);
        writer.Number("upper", predicted.Upper.Value);
        writer.Number("measured", point.Fact.Value is { IsComparable: true } value ? point.Fact.Unit.FromSi(value.CentreInSi) : null);
        writer.WriteBoolean("sealed", point.Fact.IsSealed);
        writer.WriteString("agreement", predicted.Agreement.ToString());
        writer.WriteString("verdict", predicted.Verdict);
        writer.WriteString("ended_early", predicted.Reason);
    }

    private static void Quantity(Utf8JsonWriter writer, string name, Quantity quantity)
    {
        writer.Number(name, quantity.Value);
        writer.WriteString($"{name}_unit", quantity.Unit.Symbol);
    }
}
