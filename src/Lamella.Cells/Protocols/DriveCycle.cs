using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>A load over time from a file: a current, a power or a voltage, charging positive.</summary>
public sealed record DriveCycle
{
    private static readonly Dimension CRate = Dimension.OfKind(QuantityKind.CRate);
    private static readonly Dimension Voltage = Dimension.Of("V");
    private static readonly Dimension Power = Dimension.Of("W");
    private static readonly Dimension PowerPerArea = Dimension.Of("W/m2");
    private static readonly Dimension PowerPerMass = Dimension.Of("W/kg");
    private static readonly Dimension CurrentPerArea = Dimension.Of("A/m2");
    private static readonly Dimension CurrentPerMass = Dimension.Of("A/kg");

    private static readonly Dimension[] Loads =
        [Dimension.Current, CurrentPerArea, CurrentPerMass, CRate, Power, PowerPerArea, PowerPerMass, Voltage];

    internal DriveCycle(string head, Dimension dimension, ImmutableArray<double> time, ImmutableArray<double> values, bool interpolated) =>
        (Head, Dimension, Time, Values, IsInterpolated) = (head, dimension, time, values, interpolated);

    /// <summary>Gets the loads that a file may hold, for messages.</summary>
    public static string Allowed => "a current (A), a current density (mA/cm2), a current per mass (mA/g), a C-rate (C), a power (W, mW/cm2, W/kg) or a voltage (V)";

    /// <summary>Gets the words of the step, for example "Follow us06.csv".</summary>
    public string Head { get; }

    /// <summary>Gets the dimension of the values.</summary>
    public Dimension Dimension { get; }

    /// <summary>Gets the times since the start [s], the first 0, increasing.</summary>
    [Core.Unit("s")]
    public ImmutableArray<double> Time { get; }

    /// <summary>Gets the values in SI, charging positive.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Gets a value indicating whether values between two samples lie on a line.</summary>
    public bool IsInterpolated { get; }

    /// <summary>Gets what the values control.</summary>
    public StepControl Control => Dimension == Voltage ? StepControl.Voltage
        : Dimension == Power || Dimension == PowerPerArea || Dimension == PowerPerMass ? StepControl.Power
        : StepControl.Current;

    /// <summary>Tells whether a column of this dimension can be followed.</summary>
    internal static bool IsLoad(Dimension dimension) => Loads.Contains(dimension);

    /// <summary>Converts the values to those of one cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <returns>Current densities [A/m²], powers per area [W/m²] or voltages [V] over time.</returns>
    /// <exception cref="ArgumentException">The values mean nothing for this cell, or a voltage is outside its cut-offs.</exception>
    public TableSetPoint ProfileFor(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double scale = Dimension == Voltage ? 1.0
            : Dimension == CRate ? cell.OneCCurrentDensity
            : Control == StepControl.Power ? PerGeometricArea.Scale(cell, Dimension, Power, PowerPerArea)
            : PerGeometricArea.Scale(cell, Dimension, Dimension.Current, CurrentPerArea);
        if (scale == 0.0)
        {
            throw new ArgumentException(
                $"A drive cycle in {Dimension.NameWithUnit} has no meaning for '{cell.Name}', which has no capacity or active material of its own: give current densities or powers per area.", nameof(cell));
        }

        int outside = Dimension == Voltage ? Values.AsSpan().IndexOfAnyExceptInRange(cell.LowerCutOff, cell.UpperCutOff) : -1;
        return outside < 0
            ? Table(scale)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Values[outside]} V at {Time[outside]} s is outside the cut-offs of '{cell.Name}', {cell.LowerCutOff} V to {cell.UpperCutOff} V."), nameof(cell));
    }

    /// <summary>A value that holds until the next sample is two points at one time: the jump.</summary>
    private TableSetPoint Table(double scale)
    {
        var times = ImmutableArray.CreateBuilder<double>(2 * Time.Length);
        var values = ImmutableArray.CreateBuilder<double>(2 * Time.Length);
        for (int i = 0; i < Time.Length; i++)
        {
            if (!IsInterpolated && i > 0)
            {
                times.Add(Time[i]);
                values.Add(scale * Values[i - 1]);
            }

            if (IsInterpolated || i + 1 < Time.Length)
            {
                times.Add(Time[i]);
                values.Add(scale * Values[i]);
            }
        }

        return new TableSetPoint(times.ToImmutable(), values.ToImmutable());
    }
}
