using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>Makes the steps of a protocol for one described cell.</summary>
/// <remarks>
/// The cell's own cut-offs always guard a charge or discharge. The labels are the words that <see cref="ProtocolText"/> reads.
/// </remarks>
public static class ProtocolSteps
{
    /// <summary>Makes a constant-current charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current.</param>
    /// <param name="until">Voltage that ends it [V]; NaN for the cell's upper cut-off.</param>
    /// <param name="duration">Longest duration [s]; NaN for as long as it takes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">The load means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Charge(
        CellDescription cell, CurrentLoad load, [Unit("V")] double until = double.NaN, [Unit("s")] double duration = double.NaN) =>
        Charge(cell, load, new StepTerms { Voltage = until, Duration = duration });

    /// <summary>Makes a constant-current charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current.</param>
    /// <param name="terms">Its ends and temperature.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A value means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Charge(CellDescription cell, CurrentLoad load, StepTerms terms) => ConstantCurrent(cell, load, terms, 1.0);

    /// <summary>Makes a constant-current discharge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current.</param>
    /// <param name="until">Voltage that ends it [V]; NaN for the cell's lower cut-off.</param>
    /// <param name="duration">Longest duration [s]; NaN for as long as it takes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">The load means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Discharge(
        CellDescription cell, CurrentLoad load, [Unit("V")] double until = double.NaN, [Unit("s")] double duration = double.NaN) =>
        Discharge(cell, load, new StepTerms { Voltage = until, Duration = duration });

    /// <summary>Makes a constant-current discharge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current.</param>
    /// <param name="terms">Its ends and temperature.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A value means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Discharge(CellDescription cell, CurrentLoad load, StepTerms terms) => ConstantCurrent(cell, load, terms, -1.0);

    /// <summary>Makes a constant-power charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The power.</param>
    /// <param name="terms">Its ends and temperature.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A value means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Charge(CellDescription cell, PowerLoad load, StepTerms terms) => ConstantPower(cell, load, terms, 1.0);

    /// <summary>Makes a constant-power discharge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The power.</param>
    /// <param name="terms">Its ends and temperature.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A value means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Discharge(CellDescription cell, PowerLoad load, StepTerms terms) => ConstantPower(cell, load, terms, -1.0);

    /// <summary>Makes a discharge over a resistor.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The resistor.</param>
    /// <param name="terms">Its ends and temperature.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A value means nothing for this cell, or the voltage is outside the cell's cut-offs.</exception>
    public static ProtocolStep Discharge(CellDescription cell, ResistanceLoad load, StepTerms terms)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(terms);
        double resistance = load.TryAreaResistance(cell, out double value, out string? problem)
            ? value : throw new ArgumentException(problem, nameof(load));
        return StepEnds.Guarded(cell, terms, -1.0, $"Discharge over {load}", StepEnds.LongestHold) with
        {
            Control = StepControl.Resistance,
            Value = resistance,
        };
    }

    /// <summary>Makes a constant-voltage hold.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="voltage">Voltage [V], between the cell's cut-offs.</param>
    /// <param name="until">Current whose undershoot ends it, or null.</param>
    /// <param name="duration">Longest duration [s]; NaN for as long as the current takes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">Neither end is given, or a value is outside what the cell allows.</exception>
    public static ProtocolStep Hold(
        CellDescription cell, [Unit("V")] double voltage, CurrentLoad? until, [Unit("s")] double duration = double.NaN) =>
        Hold(cell, voltage, new StepTerms { Current = until, Duration = duration });

    /// <summary>Makes a constant-voltage hold.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="voltage">Voltage [V], between the cell's cut-offs.</param>
    /// <param name="terms">Its ends and temperature; a voltage among the ends is ignored.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">No end is given, or a value is outside what the cell allows.</exception>
    public static ProtocolStep Hold(CellDescription cell, [Unit("V")] double voltage, StepTerms terms)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(terms);
        StepEnds.RequireWithin(cell, voltage, nameof(voltage));
        if (terms.Current is null && terms.Charge is null && double.IsNaN(terms.Duration))
        {
            throw new ArgumentException("A hold needs an end: a current such as C/50, a duration, a charge, or several.", nameof(terms));
        }

        return StepEnds.Open(cell, terms with { Voltage = double.NaN }, $"Hold at {StepTerms.VoltageText(voltage)}", StepEnds.LongestHold) with
        {
            Control = StepControl.Voltage,
            Value = voltage,
        };
    }

    /// <summary>Makes a rest without current.</summary>
    /// <param name="duration">Duration [s], above 0.</param>
    /// <param name="temperature">Temperature during the rest [K]; NaN for that of the run.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not above 0 or not finite.</exception>
    public static ProtocolStep Rest([Unit("s")] double duration, [Unit("K")] double temperature = double.NaN) => new()
    {
        Label = new StepTerms { Duration = duration, Temperature = temperature }.Behind("Rest"),
        Control = StepControl.Current,
        Value = 0.0,
        MaximumDuration = StepEnds.RequireDuration(duration),
        Temperature = StepEnds.Temperature(temperature),
        IsTimed = true,
    };

    /// <summary>Makes a linear sweep of the voltage.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="from">First voltage [V], or NaN for the voltage that the cell has without current.</param>
    /// <param name="to">Last voltage [V], between the cell's cut-offs.</param>
    /// <param name="rate">Rate without sign [V/s], above 0.</param>
    /// <param name="terms">Its ends and temperature; a current ends it when its magnitude rises to it.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A voltage is outside the cell's cut-offs, the rate is not above 0, or the ends are equal.</exception>
    public static ProtocolStep Sweep(
        CellDescription cell, [Unit("V")] double from, [Unit("V")] double to, [Unit("V/s")] double rate, StepTerms terms)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(terms);
        StepEnds.RequireWithin(cell, to, nameof(to));
        bool rest = double.IsNaN(from);
        if (!rest)
        {
            StepEnds.RequireWithin(cell, from, nameof(from));
        }

        if (!(rate > 0.0) || !double.IsFinite(rate) || from == to)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), FormattableString.Invariant(
                $"A sweep from {from} V to {to} V at {rate} V/s cannot run: the rate must be above 0 and the ends must differ."));
        }

        string begin = rest ? "open circuit" : StepTerms.VoltageText(from);
        string speed = new Quantity(rate, Unit.Parse("V/s")).In("mV/s").ToString();
        double longest = rest ? (cell.UpperCutOff - cell.LowerCutOff) / rate : Math.Abs(to - from) / rate;
        ProtocolStep step = StepEnds.Open(cell, terms with { Voltage = double.NaN }, $"Sweep from {begin} to {StepTerms.VoltageText(to)} at {speed}", longest);
        return step with
        {
            Control = StepControl.Voltage,
            Value = to,
            MaximumDuration = Math.Min(longest, step.MaximumDuration),
            Sweep = new VoltageSweep { From = from, Rate = rate },
        };
    }

    /// <summary>Makes a measurement of the impedance.</summary>
    /// <param name="request">The frequencies.</param>
    /// <param name="temperature">Temperature [K]; NaN for that of the run.</param>
    /// <returns>The step; it takes no time.</returns>
    public static ProtocolStep MeasureImpedance(ImpedanceRequest request, [Unit("K")] double temperature = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(request);
        string density = request.PointsPerDecade == ImpedanceRequest.UsualPointsPerDecade
            ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" with {request.PointsPerDecade} points per decade");
        string head = $"Measure impedance from {FrequencyText(request.From)} to {FrequencyText(request.To)}{density}";
        return new ProtocolStep
        {
            Label = new StepTerms { Temperature = temperature }.Behind(head),
            Control = StepControl.Current,
            Value = 0.0,
            MaximumDuration = 1.0,
            Impedance = request,
            Temperature = StepEnds.Temperature(temperature),
        };
    }

    /// <summary>Makes a step that follows a drive cycle.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cycle">The drive cycle.</param>
    /// <param name="terms">Its ends and temperature; the cell's cut-offs guard it in any case.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">A value of the cycle means nothing for this cell.</exception>
    public static ProtocolStep Follow(CellDescription cell, DriveCycle cycle, StepTerms terms)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(terms);
        TableSetPoint profile = cycle.ProfileFor(cell);
        bool voltage = cycle.Control == StepControl.Voltage;
        double end = profile.Times[^1];
        ProtocolStep step = StepEnds.Open(cell, terms, cycle.Head, end);
        return step with
        {
            Control = cycle.Control,
            Value = profile,
            MaximumDuration = Math.Min(end, step.MaximumDuration),
            LowerVoltage = voltage ? double.NaN : double.IsNaN(terms.Voltage) ? cell.LowerCutOff : terms.Voltage,
            UpperVoltage = voltage ? double.NaN : cell.UpperCutOff,
        };
    }

    private static string FrequencyText(double hertz)
    {
        string unit = hertz >= 1e6 ? "MHz" : hertz >= 1e3 ? "kHz" : hertz >= 1.0 ? "Hz" : "mHz";
        var stated = new Quantity(hertz, Unit.Parse("Hz"));
        Quantity scaled = stated.In(unit);
        return scaled.InSi == hertz ? scaled.ToString() : stated.ToString();
    }

    private static ProtocolStep ConstantCurrent(CellDescription cell, CurrentLoad load, StepTerms terms, double sign)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(terms);
        double density = load.DensityIn(cell);
        double longest = StepEnds.CapacitiesBeforeStop * StepEnds.Capacity(cell) / density;
        return StepEnds.Guarded(cell, terms, sign, $"{(sign > 0.0 ? "Charge" : "Discharge")} at {load}", longest) with
        {
            Control = StepControl.Current,
            Value = sign * density,
        };
    }

    private static ProtocolStep ConstantPower(CellDescription cell, PowerLoad load, StepTerms terms, double sign)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(terms);
        double density = load.TryDensity(cell, out double value, out string? problem) ? value : throw new ArgumentException(problem, nameof(load));
        double highest = Math.Max(Math.Abs(cell.LowerCutOff), Math.Abs(cell.UpperCutOff));
        double longest = StepEnds.CapacitiesBeforeStop * StepEnds.Capacity(cell) * highest / density;
        return StepEnds.Guarded(cell, terms, sign, $"{(sign > 0.0 ? "Charge" : "Discharge")} at {load}", longest) with
        {
            Control = StepControl.Power,
            Value = sign * density,
        };
    }
}
