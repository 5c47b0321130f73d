using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.ZahnerIsm;

/// <summary>Reads impedance spectra of Zahner's Thales program.</summary>
/// <remarks>
/// Big-endian: version and number of points less one (48 bit each), then all frequencies, all moduli, all phases (rad), all times
/// (seconds since 1980 on the clock of the computer), all significances; then strings and 32 numbers with the settings, and in newer
/// files voltage and current of each point. A sweep runs from its start to one end of the range and then back over the whole of it:
/// both branches are here, numbered in the column <c>branch</c>.
/// </remarks>
public sealed partial class ZahnerIsmFormat : IInstrumentFormat
{
    private const int HeaderLength = 12, MostPoints = 10_000_000;

    /// <inheritdoc/>
    public string Name => "zahner-ism";

    /// <inheritdoc/>
    public string Title => "Zahner Thales .ism";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".ism"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = new ThalesBytes(content.Span);
        if (bytes.Int48(0) is not (0xFFFFFFFE or 0xFFFFFFFF) || bytes.Int48(6) is not (>= 0 and < MostPoints and var last))
        {
            return null;
        }

        double[] frequencies = bytes.Doubles(HeaderLength, Math.Min(last + 1, 16));
        return frequencies.Length > 0 && frequencies.All(f => f is > 1e-7 and < 1e9)
            ? new Recognition(Recognition.Signature, "the version of Thales, a number of points and big-endian frequencies") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var bytes = new ThalesBytes(content.Span);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Zahner Thales", Technique = "impedance" };
        draft.FormatVersion = string.Create(CultureInfo.InvariantCulture, $"{(int)(uint)(bytes.Int48(0) ?? 0)}");
        long points = (bytes.Int48(6) ?? -1) + 1;
        ThalesSettings settings = ThalesSettings.Read(bytes, HeaderLength + (34 * points), draft);
        AddTable(draft, bytes, points, settings, options);
        Match area = LeadingNumber().Match(settings.Area);
        ElectrodeArea.Note(draft, options, area.Success ? double.Parse(area.Value, CultureInfo.InvariantCulture) : null, null);
        draft.Decide(new Decision(DecisionKind.TimeZone, "Time", "local clock of the computer", "the file states no zone"));
        return draft.Finish();
    }

    private static void AddTable(RecordingDraft draft, ThalesBytes bytes, long points, ThalesSettings settings, ImportOptions options)
    {
        double[] frequency = bytes.Doubles(HeaderLength, points);
        double[] modulus = bytes.Doubles(HeaderLength + (8 * points), points), phase = bytes.Doubles(HeaderLength + (16 * points), points);
        double[] time = bytes.Doubles(HeaderLength + (24 * points), points);
        short[] significance = bytes.Shorts(HeaderLength + (32 * points), points);
        int rows = phase.Length; // a point is whole where its phase, which stands last of the three, is there
        var columns = new List<RecordingColumn>
        {
            Column("Frequency", "Hz", ColumnRole.Frequency, "Hz", frequency[..rows]),
            Column("Impedance", "ohm", ColumnRole.ImpedanceModulus, "Ω", modulus[..rows]),
            Column("Phase", "rad", ColumnRole.ImpedancePhase, "rad", phase),
        };
        if (time.Length == rows)
        {
            columns.Add(new RecordingColumn { Name = "Time", Unit = "s", Values = ColumnValues.Of(time) });
        }

        if (significance.Length == rows && rows > 0)
        {
            columns.Add(new RecordingColumn { Name = "Significance", Values = ColumnValues.Of(significance) });
        }

        if (settings.Voltages.Length == rows && rows > 0)
        {
            columns.Add(Column("Voltage", "V", ColumnRole.Voltage, "V", settings.Voltages));
            RecordingColumn current = Column("Current", "A", ColumnRole.Current, "A", settings.Currents);
            columns.Add(options.Sign == CurrentSign.PositiveDischarges ? current with { Scale = current.Scale?.Turned() } : current);
            Tables.CurrentDirection.Note(draft, options, "positive is oxidation at the working electrode: it charges the cell where that is the positive one", "as Thales writes it");
        }

        draft.Decide(new Decision(DecisionKind.Sign, "Phase", "true sign (capacitive is negative)", "as Thales writes it"));
        AddDerived(draft, columns, frequency[..rows], time.Length == rows ? time : []);
        draft.Add(new RecordingTable { Columns = [.. columns], RowCount = rows, StatedRowCount = points });
        if (rows < points || time.Length < points || significance.Length < points)
        {
            string missing = rows < points ? "the other points" : time.Length < points ? "times, significances and settings" : "significances and settings";
            draft.Miss(new Shortfall(string.Empty, rows, points, bytes.Length, missing));
        }
        else if (!settings.IsWhole)
        {
            draft.Warn("The file ends within the settings, or is cut there; the points are all there.");
        }
    }

    private static void AddDerived(RecordingDraft draft, List<RecordingColumn> columns, double[] frequency, double[] time)
    {
        if (time.Length > 0)
        {
            double first = Math.Abs(time[0]);
            columns.Add(new RecordingColumn
            {
                Name = "time since the first point", Unit = "s", Role = ColumnRole.TestTime, Scale = ColumnScale.Of(1.0, "s"), IsDerived = true,
                Values = ColumnValues.Of<double>([.. time.Select(moment => Math.Abs(moment) - first)]), Scope = ColumnScope.Test,
            });
        }

        int turn = Turn(frequency);
        if (turn > 0)
        {
            draft.Decide(new Decision(
                DecisionKind.Structure, "sweep", "two branches",
                string.Create(CultureInfo.InvariantCulture, $"the frequency turns at point {turn + 1}; the first branch lies within the second")));
            columns.Add(new RecordingColumn
            {
                Name = "branch", Role = ColumnRole.Sweep, IsDerived = true,
                Values = ColumnValues.Of<int>([.. Enumerable.Range(0, frequency.Length).Select(point => point < turn ? 1 : 2)]),
            });
        }
    }

    /// <summary>Finds where a sweep turns; the turning point begins the second branch. 0 for a sweep in one direction.</summary>
    private static int Turn(double[] frequency)
    {
        for (int i = 2; i < frequency.Length; i++)
        {
            if ((frequency[i] - frequency[i - 1]) * (frequency[i - 1] - frequency[i - 2]) < 0.0)
            {
                return i - 1;
            }
        }

        return 0;
    }

    private static RecordingColumn Column(string name, string unit, ColumnRole role, string si, double[] values) => new()
    {
        Name = name, Unit = unit, Role = role, Scale = ColumnScale.Of(1.0, si), Values = ColumnValues.Of(values),
    };

    [GeneratedRegex(@"^\s*\d+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();
}
