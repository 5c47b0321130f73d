using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Neware;

/// <summary>Makes the columns that all formats of Neware have.</summary>
internal static class NewareColumns
{
    internal static RecordingColumn Index(ColumnValues values) => new() { Name = "Index", Values = values };

    internal static RecordingColumn Cycle(ColumnValues values, bool isDerived = false) =>
        new() { Name = "Cycle Index", Values = values, Role = ColumnRole.Cycle, IsDerived = isDerived };

    internal static RecordingColumn Step(ColumnValues values) =>
        new() { Name = "Step Index", Values = values, Role = ColumnRole.ProgramStep };

    internal static RecordingColumn StepType(ColumnValues values) => new() { Name = "Step Type", Values = values };

    internal static RecordingColumn StepCount(int[] runs, bool isDerived = true) =>
        new() { Name = "Step Count", Values = ColumnValues.Of(runs), Role = ColumnRole.RunStep, IsDerived = isDerived };

    internal static RecordingColumn StepTime(ColumnValues values, string unit, double factor, bool isDerived = false) => new()
    {
        Name = "Time",
        Unit = unit,
        Values = values,
        Role = ColumnRole.StepTime,
        Scope = ColumnScope.Step,
        Scale = ColumnScale.Of(factor, "s"),
        IsDerived = isDerived,
    };

    internal static RecordingColumn TotalTime(ColumnValues values, string unit, double factor, bool isDerived = true) => new()
    {
        Name = "Total Time",
        Unit = unit,
        Values = values,
        Role = ColumnRole.TestTime,
        Scope = ColumnScope.Test,
        Scale = ColumnScale.Of(factor, "s"),
        IsDerived = isDerived,
    };

    internal static RecordingColumn Voltage(ColumnValues values, string unit, double factor) => new()
    {
        Name = "Voltage",
        Unit = unit,
        Values = values,
        Role = ColumnRole.Voltage,
        Scale = ColumnScale.Of(factor, "V"),
    };

    internal static RecordingColumn Current(ColumnValues values, string unit, double factor) => new()
    {
        Name = "Current",
        Unit = unit,
        Values = values,
        Role = ColumnRole.Current,
        Scale = ColumnScale.Of(factor, "A"),
    };

    internal static RecordingColumn StepCharge(string name, ColumnValues values, string unit, double factor, bool isDerived = false) => new()
    {
        Name = name,
        Unit = unit,
        Values = values,
        Scope = ColumnScope.Step,
        Scale = ColumnScale.Of(factor, "C"),
        IsDerived = isDerived,
    };

    internal static RecordingColumn StepEnergy(string name, ColumnValues values, string unit, double factor, bool isDerived = false) => new()
    {
        Name = name,
        Unit = unit,
        Values = values,
        Scope = ColumnScope.Step,
        Scale = ColumnScale.Of(factor, "J"),
        IsDerived = isDerived,
    };

    internal static RecordingColumn UnixTime(ColumnValues values, string unit, double factor) => new()
    {
        Name = "Date",
        Unit = unit,
        Values = values,
        Role = ColumnRole.UnixTime,
        Scale = ColumnScale.Of(factor, "s"),
    };

    internal static RecordingColumn Temperature(string name, ColumnValues values, string unit, ColumnScale scale, bool isFirst) => new()
    {
        Name = name,
        Unit = unit,
        Values = values,
        Role = isFirst ? ColumnRole.Temperature : ColumnRole.None,
        Scale = scale,
    };

    /// <summary>Adds charging and discharging to the one number that BTSDA shows.</summary>
    /// <param name="charge">Passed while charging, shape (records).</param>
    /// <param name="discharge">Passed while discharging, unsigned, shape (records).</param>
    /// <param name="types">Kind of step, shape (records).</param>
    /// <returns>The sum; for pulses and simulated loads, in which both happen, the difference.</returns>
    internal static double[] Shown(ReadOnlySpan<double> charge, ReadOnlySpan<double> discharge, ReadOnlySpan<byte> types)
    {
        double[] shown = new double[charge.Length];
        for (int i = 0; i < shown.Length; i++)
        {
            bool isSigned = types[i] is StepTypes.Simulation or StepTypes.Pulse;
            shown[i] = isSigned ? charge[i] - discharge[i] : charge[i] + discharge[i];
        }

        return shown;
    }
}
