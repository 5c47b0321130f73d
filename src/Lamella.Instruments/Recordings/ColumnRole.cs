namespace Lamella.Instruments.Recordings;

/// <summary>What a column measures, for the columns that canonical measurements are made from.</summary>
/// <remarks>
/// At most one column of a table has a given role. A column whose values cannot be used as they are (an unsigned current)
/// has none; the derived column beside it has.
/// </remarks>
public enum ColumnRole
{
    /// <summary>None of those below.</summary>
    None,

    /// <summary>Time since the start of the test; SI unit s.</summary>
    TestTime,

    /// <summary>Time since the start of the step; SI unit s.</summary>
    StepTime,

    /// <summary>Seconds since 1970-01-01 UTC; SI unit s.</summary>
    UnixTime,

    /// <summary>Voltage of the cell or of the working electrode; SI unit V.</summary>
    Voltage,

    /// <summary>Current, signed; positive charges the cell once its scale is applied; SI unit A.</summary>
    Current,

    /// <summary>Ambient or cell temperature; SI unit K.</summary>
    Temperature,

    /// <summary>Cycle number as the vendor counts.</summary>
    Cycle,

    /// <summary>Step number of the program; repeats in loops.</summary>
    ProgramStep,

    /// <summary>Run counter of the steps; never repeats.</summary>
    RunStep,

    /// <summary>Number of a spectrum or sweep within the table.</summary>
    Sweep,

    /// <summary>Frequency; SI unit Hz.</summary>
    Frequency,

    /// <summary>Real part of the impedance; SI unit Ω.</summary>
    ImpedanceReal,

    /// <summary>Imaginary part of the impedance with its true sign once its scale is applied; SI unit Ω.</summary>
    ImpedanceImaginary,

    /// <summary>Modulus of the impedance; SI unit Ω.</summary>
    ImpedanceModulus,

    /// <summary>Phase of the impedance with its true sign; SI unit rad.</summary>
    ImpedancePhase,

    /// <summary>Charge passed, whatever its scope; SI unit C.</summary>
    Charge,

    /// <summary>Energy passed, whatever its scope; SI unit J.</summary>
    Energy,

    /// <summary>Number of the record in the file, from 1; stands in tables to which operations were applied.</summary>
    FileRow,

    /// <summary>Charge since the first record of the file, integrated before any operation; SI unit C.</summary>
    NetCharge,

    /// <summary>Energy since the first record of the file, integrated before any operation; SI unit J.</summary>
    NetEnergy,
}
