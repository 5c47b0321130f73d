using System.Collections.Immutable;
using System.Text;
using Lamella.Core;

namespace Lamella.Instruments.Reading;

/// <summary>Which current is positive in the file.</summary>
public enum CurrentSign
{
    /// <summary>Positive current charges.</summary>
    PositiveCharges,

    /// <summary>Positive current discharges.</summary>
    PositiveDischarges,
}

/// <summary>How a column with the imaginary part or the phase of an impedance is written.</summary>
public enum ImpedanceSign
{
    /// <summary>With its true sign: capacitive is negative.</summary>
    TrueSign,

    /// <summary>With turned sign: capacitive is positive.</summary>
    Turned,
}

/// <summary>In which order a date is written.</summary>
public enum DateOrder
{
    /// <summary>12/31/2025.</summary>
    MonthFirst,

    /// <summary>31.12.2025.</summary>
    DayFirst,

    /// <summary>2025-12-31.</summary>
    YearFirst,
}

/// <summary>What the user decides instead of the file. Null leaves the decision to the content.</summary>
public sealed record ImportOptions
{
    /// <summary>Gets the options that leave every decision to the file.</summary>
    public static ImportOptions Default { get; } = new();

    /// <summary>Gets which current is positive in the file.</summary>
    public CurrentSign? Sign { get; init; }

    /// <summary>Gets how columns with Z'' or a phase are written whose name has no minus; a minus in the name holds.</summary>
    public ImpedanceSign? ImaginarySign { get; init; }

    /// <summary>Gets the units of columns that the user states instead of the file.</summary>
    public ImmutableArray<UnitOverride> Units { get; init; } = [];

    /// <summary>Gets the decimal mark of a text file: a point or a comma.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Gets the encoding of a text file.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Gets the order of day, month and year.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>Gets the time zone in which local time stamps were written.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Gets the area of the electrode, above 0; null where it is not known. It is never assumed.</summary>
    [Unit("m²")]
    public double? ElectrodeArea { get; init; }

    /// <summary>Gets the current per stored count of a Neware range that is not known, above 0.</summary>
    [Unit("A")]
    public double? CurrentPerCount { get; init; }

    /// <summary>Gets the limits that keep a hostile file from eating memory.</summary>
    public ImportLimits Limits { get; init; } = new();
}
