namespace Lamella.Cells.Sensitivities;

/// <summary>Derivatives of what is measured, by a parameter or by time.</summary>
/// <param name="Voltage">Of V [V].</param>
/// <param name="Current">Of I [A/m²].</param>
/// <param name="Charge">Of Q [C/m²].</param>
/// <param name="Energy">Of the electrical energy put in [J/m²].</param>
/// <param name="Temperature">Of T [K].</param>
internal readonly record struct MeasuredRates(double Voltage, double Current, double Charge, double Energy, double Temperature);

/// <summary>Collects the derivatives by one parameter, sample by sample and step by step.</summary>
internal sealed class SensitivityRecorder
{
    /// <summary>Gets the derivatives at each sample, at fixed time since its step began.</summary>
    internal List<MeasuredRates> Samples { get; } = [];

    /// <summary>Gets the derivatives of what the steps report.</summary>
    internal List<StepSensitivity> Steps { get; } = [];

    internal void Add(MeasuredRates rates) => Samples.Add(rates);

    /// <summary>Ends a step whose end moves by <paramref name="shift"/> per unit of p.</summary>
    internal void EndStep(int first, double shift, MeasuredRates byTime)
    {
        MeasuredRates end = Samples[^1];
        end = end with
        {
            Voltage = end.Voltage + (shift * byTime.Voltage),
            Charge = end.Charge + (shift * byTime.Charge),
            Energy = end.Energy + (shift * byTime.Energy),
        };
        Steps.Add(new StepSensitivity
        {
            StartTime = Steps.Count == 0 ? 0.0 : Steps[^1].StartTime + Steps[^1].Duration,
            Duration = shift,
            Charge = end.Charge - Samples[first].Charge,
            Energy = end.Energy - Samples[first].Energy,
            StartVoltage = Samples[first].Voltage,
            EndVoltage = end.Voltage,
        });
    }

    /// <summary>Ends a step through which no charge passed.</summary>
    internal void EndWithoutStart(double voltage) => Steps.Add(new StepSensitivity
    {
        StartTime = Steps.Count == 0 ? 0.0 : Steps[^1].StartTime + Steps[^1].Duration,
        Duration = 0.0,
        Charge = 0.0,
        Energy = 0.0,
        StartVoltage = voltage,
        EndVoltage = voltage,
    });

    /// <summary>Makes the result for a parameter.</summary>
    internal ParameterSensitivity Result(CellParameter parameter) => new()
    {
        Name = parameter.Name,
        Value = parameter.Value,
        Voltage = [.. Samples.Select(sample => sample.Voltage)],
        Current = [.. Samples.Select(sample => sample.Current)],
        Temperature = [.. Samples.Select(sample => sample.Temperature)],
        Steps = [.. Steps],
    };
}
