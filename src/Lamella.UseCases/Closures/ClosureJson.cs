using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Closures;

/// <summary>Writes what a closed form gave as JSON.</summary>
public static class ClosureJson
{
    /// <summary>Returns the text.</summary>
    /// <param name="report">What it gave.</param>
    /// <returns>One JSON object; values carry their unit beside them.</returns>
    public static string Text(ClosureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonFile.Text(writer =>
        {
            writer.WriteString("closure", report.Closure.Name);
            writer.WriteString("equation", report.Closure.Equation);
            writer.WriteString("reference", report.Closure.Reference);
            writer.Objects("inputs", report.Inputs, input =>
            {
                writer.WriteString("name", input.Input.Name);
                writer.WriteNumber("value", input.Value.Value);
                writer.WriteNumber("standard_uncertainty", input.Value.Uncertainty);
                writer.WriteString("unit", input.Value.Unit.Symbol);
                writer.WriteBoolean("is_default", input.IsDefault);
            });
            writer.Objects("outputs", report.Outputs, output =>
            {
                writer.WriteString("name", output.Output.Name);
                writer.Number("value", output.Value?.Value);
                writer.Number("standard_uncertainty", output.Value?.Uncertainty);
                writer.WriteString("unit", output.Output.Unit);
            });
        });
    }
}
