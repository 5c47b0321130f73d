using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Impedance;

/// <summary>Makes tables of impedances out of columns with headings: roles, units, signs, sweeps.</summary>
/// <remarks>
/// Every column stays as it is. Records without a frequency (the direct-current trace that some programs write between
/// the sweeps, with frequency 0) stay in the table, or go to a table of their own where the format asks for it: none is lost.
/// </remarks>
/// <param name="draft">Where decisions and warnings go.</param>
/// <param name="options">What the user overrides.</param>
/// <param name="splitsTrace">Whether records without a frequency go to a table of their own.</param>
internal sealed class ImpedanceTables(RecordingDraft draft, ImportOptions options, bool splitsTrace = false)
{
    /// <summary>Tells whether headings name a frequency and an impedance.</summary>
    /// <param name="headings">Headings as written.</param>
    /// <returns>True where a frequency and Z' with Z'', or |Z| with the phase, are named.</returns>
    internal static bool AreImpedances(IEnumerable<string> headings)
    {
        var roles = headings.Select(heading => ImpedanceName.Parse(ColumnLabel.Parse(heading).Name).Role).ToHashSet();
        return roles.Contains(ColumnRole.Frequency)
            && ((roles.Contains(ColumnRole.ImpedanceReal) && roles.Contains(ColumnRole.ImpedanceImaginary))
                || (roles.Contains(ColumnRole.ImpedanceModulus) && roles.Contains(ColumnRole.ImpedancePhase)));
    }

    /// <summary>Adds the table or tables to the draft.</summary>
    /// <param name="table">The columns as the file has them, without roles; a unit may stand in the name or beside it.</param>
    /// <param name="signs">What the format says about the sign of Z''; null where names and data have to decide.</param>
    internal void Add(RecordingTable table, ImaginarySign? signs)
    {
        AddLabelled(table with { Columns = Label(table.Columns) }, signs);
    }

    /// <summary>Adds a table whose columns have their roles and scales already.</summary>
    /// <param name="labelled">The table.</param>
    /// <param name="signs">What the format says about the sign of Z''; null where names and data have to decide.</param>
    internal void AddLabelled(RecordingTable labelled, ImaginarySign? signs)
    {
        ImmutableArray<RecordingColumn> columns = labelled.Columns;
        if (labelled.Find(ColumnRole.Frequency) is not { } frequency)
        {
            draft.Add(labelled);
            return;
        }

        double[] f = frequency.ToSi();
        int[] measured = [.. Enumerable.Range(0, f.Length).Where(row => f[row] > 0.0)];
        if (measured.Length == f.Length || !splitsTrace)
        {
            NoteTrace(f.Length - measured.Length, f.Length, "they stay in the table and are in no spectrum");
            draft.Add(Finish(labelled, f, signs));
            return;
        }

        int[] others = [.. Enumerable.Range(0, f.Length).Where(row => !(f[row] > 0.0))];
        NoteTrace(others.Length, f.Length, "a table of their own (DC)");
        ImmutableArray<RecordingColumn> rest = [.. ColumnRows.Take(columns, others).Select(column => column with
        {
            Role = column.Role is ColumnRole.TestTime or ColumnRole.Voltage or ColumnRole.Current or ColumnRole.Temperature or ColumnRole.Cycle
                ? column.Role : ColumnRole.None,
        })];
        RecordingTable trace = labelled with { Name = (labelled.Name + " DC").Trim(), Columns = rest, RowCount = others.Length, StatedRowCount = null };
        if (measured.Length == 0)
        {
            draft.Add(trace);
            return;
        }

        RecordingTable sweep = Finish(
            labelled with { Columns = ColumnRows.Take(columns, measured), RowCount = measured.Length }, [.. measured.Select(row => f[row])], signs);
        draft.Add(others[0] < measured[0] ? trace : sweep); // in the order of the file
        draft.Add(others[0] < measured[0] ? sweep : trace);
    }

    private void NoteTrace(int count, int records, string choice)
    {
        if (count > 0)
        {
            draft.Decide(new Decision(
                DecisionKind.Structure, "records without frequency", choice,
                string.Create(CultureInfo.InvariantCulture, $"{count} of {records} records have no frequency above 0")));
        }
    }

    private ImmutableArray<RecordingColumn> Label(ImmutableArray<RecordingColumn> columns)
    {
        var taken = new HashSet<ColumnRole>();
        var labelled = ImmutableArray.CreateBuilder<RecordingColumn>(columns.Length);
        foreach (RecordingColumn column in columns)
        {
            ColumnLabel label = column.Unit.Length > 0 ? new ColumnLabel(column.Name, column.Unit) : ColumnLabel.Parse(column.Name);
            ColumnRole role = column.Values.IsNumeric ? ImpedanceName.Parse(label.Name).Role : ColumnRole.None;
            ColumnScale? scale = Scale(label, role, column.Values);
            bool usable = role is ColumnRole.Sweep or ColumnRole.Cycle || (scale is { } found && found.Unit == SiUnit(role));
            bool turnsCurrent = usable && role == ColumnRole.Current && options.Sign == CurrentSign.PositiveDischarges;
            if (usable && role == ColumnRole.Current)
            {
                CurrentDirection.Note(draft, options, "positive charges", "taken so: a table of impedances does not tell");
            }

            labelled.Add(column with
            {
                Unit = label.Unit,
                Role = usable && role != ColumnRole.None && taken.Add(role) ? role : ColumnRole.None,
                Scale = turnsCurrent ? scale?.Turned() : scale,
                IsKnown = column.IsKnown && (role != ColumnRole.None || scale is not null || label.Name.Length > 0),
            });
        }

        return labelled.MoveToImmutable();
    }

    private ColumnScale? Scale(ColumnLabel label, ColumnRole role, ColumnValues values)
    {
        if (VendorUnit.AreaSpecific(label.Unit) is { } perArea)
        {
            if (options.ElectrodeArea is { } area)
            {
                draft.Decide(new Decision(DecisionKind.Unit, label.Name, $"divided by the area to Ω", string.Empty, Overridden: true));
                return ColumnScale.Of(perArea / area, "Ω");
            }

            draft.Warn($"'{label.Name}' is in {label.Unit}: a resistance needs the electrode area, which is never assumed; say --area.");
            return null;
        }

        if (label.Unit.Length > 0)
        {
            return VendorUnit.Find(label.Unit);
        }

        switch (role)
        {
            case ColumnRole.Frequency or ColumnRole.ImpedanceReal or ColumnRole.ImpedanceImaginary or ColumnRole.ImpedanceModulus:
                draft.Decide(new Decision(DecisionKind.Unit, $"'{label.Name}'", SiUnit(role), "no unit in the heading: the usual one"));
                return ColumnScale.Of(1.0, SiUnit(role));
            case ColumnRole.ImpedancePhase when values.ToNumbers().Any(angle => Math.Abs(angle) > Math.PI):
                draft.Decide(new Decision(DecisionKind.Unit, $"'{label.Name}'", "deg", "no unit in the heading, and angles above π"));
                return VendorUnit.Find("deg");
            case ColumnRole.ImpedancePhase:
                draft.Warn($"'{label.Name}' has no unit, and its values could be degrees or radians: it is kept, but not used.");
                return null;
            default:
                return null;
        }
    }

    /// <summary>Settles the signs and numbers the sweeps.</summary>
    private RecordingTable Finish(RecordingTable table, double[] frequency, ImaginarySign? known)
    {
        frequency = [.. frequency.Select(f => f > 0.0 ? f : double.NaN)];
        ImmutableArray<RecordingColumn> columns = table.Columns;
        int phase = IndexOf(columns, ColumnRole.ImpedancePhase), imaginary = IndexOf(columns, ColumnRole.ImpedanceImaginary);
        double[] angles = phase < 0 ? [] : columns[phase].ToSi();
        if (phase >= 0)
        {
            columns = columns.SetItem(phase, Sign(columns[phase], frequency, [], known));
            angles = columns[phase].Role == ColumnRole.ImpedancePhase ? columns[phase].ToSi() : [];
        }

        if (imaginary >= 0)
        {
            columns = columns.SetItem(imaginary, Sign(columns[imaginary], frequency, angles, known));
        }

        if (IndexOf(columns, ColumnRole.Sweep) < 0 && SweepSplit.Number(WhereMeasured(columns, frequency)) is { } sweeps)
        {
            draft.Decide(new Decision(
                DecisionKind.Structure, table.Name.Length > 0 ? table.Name : "table",
                string.Create(CultureInfo.InvariantCulture, $"{sweeps[^1]} spectra one after another"), "the frequency turns back between them"));
            columns = columns.Add(new RecordingColumn
            {
                Name = "spectrum", Values = ColumnValues.Of(sweeps), Role = ColumnRole.Sweep, Scope = ColumnScope.Record, IsDerived = true,
            });
        }

        return table with { Columns = columns };
    }

    // A record without an impedance is in no spectrum: its frequency, which may be as broken, must not cut one in two.
    private static double[] WhereMeasured(ImmutableArray<RecordingColumn> columns, double[] frequency)
    {
        int real = IndexOf(columns, ColumnRole.ImpedanceReal), imaginary = IndexOf(columns, ColumnRole.ImpedanceImaginary);
        (int first, int second) = real >= 0 && imaginary >= 0 ? (real, imaginary)
            : (IndexOf(columns, ColumnRole.ImpedanceModulus), IndexOf(columns, ColumnRole.ImpedancePhase));
        if (first < 0 || second < 0)
        {
            return frequency;
        }

        double[] a = columns[first].Values.ToNumbers(), b = columns[second].Values.ToNumbers();
        return [.. frequency.Select((f, row) => double.IsFinite(a[row]) && double.IsFinite(b[row]) ? f : double.NaN)];
    }

    private RecordingColumn Sign(RecordingColumn column, double[] frequency, double[] witness, ImaginarySign? known)
    {
        bool negated = ImpedanceName.Parse(ColumnLabel.Parse(column.Name).Name).IsNegated;
        bool asked = !negated && options.ImaginarySign is not null;
        ImaginarySign sign = asked ? new ImaginarySign(true, options.ImaginarySign == ImpedanceSign.Turned, string.Empty)
            : known ?? ImaginarySign.Decide(column.Name, negated, frequency, column.Values.ToNumbers(), witness);
        draft.Decide(new Decision(DecisionKind.Sign, $"'{column.Name}'", sign.Choice, sign.Evidence, Overridden: asked));
        if (!sign.IsSettled)
        {
            draft.Warn($"The sign of '{column.Name}' is open: {sign.Evidence}, which a capacitive cell has only where the sign is turned, and the name has no minus. No impedance is made of it; say --imaginary true or turned.");
            return column with { Role = ColumnRole.None };
        }

        return sign.IsTurned ? column with { Scale = column.Scale?.Turned() } : column;
    }

    private static int IndexOf(ImmutableArray<RecordingColumn> columns, ColumnRole role)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].Role == role)
            {
                return i;
            }
        }

        return -1;
    }

    private static string SiUnit(ColumnRole role) => role switch
    {
        ColumnRole.Frequency => "Hz",
        ColumnRole.ImpedancePhase => "rad",
        ColumnRole.TestTime => "s",
        ColumnRole.Voltage => "V",
        ColumnRole.Current => "A",
        ColumnRole.Temperature => "K",
        _ => "Ω",
    };
}
