namespace Lamella.Instruments.Recordings;

/// <summary>Over what a cumulative column counts, or within what its value holds.</summary>
public enum ColumnScope
{
    /// <summary>The value of the record itself.</summary>
    Record,

    /// <summary>Since the record before.</summary>
    Interval,

    /// <summary>Since the start of the step.</summary>
    Step,

    /// <summary>Since the last change of direction.</summary>
    HalfCycle,

    /// <summary>Since the start of the cycle.</summary>
    Cycle,

    /// <summary>Since the schedule last reset it; only the schedule knows when.</summary>
    Schedule,

    /// <summary>Since the start of the test.</summary>
    Test,
}
