using Lamella.Core.Measurements;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Measurements;

/// <summary>Traps: sign of current and Z'', units, counters that repeat, several spectra in a table, absent columns.</summary>
[Trait("Level", "unit")]
public sealed class MeasurementBuilderTests
{
    [Fact]
    public void From_CyclerTable_IsInSiWithChargingPositive()
    {
        CanonicalMeasurements made = Build(
            Column("t", "h", ColumnRole.TestTime, ColumnScale.Of(3600.0, "s"), 0.0, 0.5, 1.0),
            Column("U", "mV", ColumnRole.Voltage, ColumnScale.Of(1e-3, "V"), 3700.0, 3600.0, 3500.0),
            Column("I", "mA", ColumnRole.Current, ColumnScale.Of(-1e-3, "A"), 250.0, 250.0, 0.0),
            Column("T", "degC", ColumnRole.Temperature, ColumnScale.Celsius, 25.0, 25.0, 26.0));

        var series = made.Items.ShouldHaveSingleItem().Measurement.ShouldBeOfType<TimeSeries>();
        series.Time.ShouldBe([0.0, 1800.0, 3600.0]);
        series.Voltage.ShouldBe([3.7, 3.6, 3.5]);
        series.Current[0].ShouldBe(-0.25);
        series.Temperature[2].ShouldBe(299.15);
        series.Cycle.ShouldBeEmpty();
        series.Step.ShouldBeEmpty();
    }

    [Fact]
    public void From_ProgramStepsThatRepeat_DerivesARunCounterAndKeepsTheirs()
    {
        RecordingColumn program = Column("Step", "", ColumnRole.ProgramStep, null, 1.0, 2.0, 1.0, 2.0, 2.0);
        CanonicalMeasurements made = Build([.. Basic(5), program, Column("ts", "s", ColumnRole.StepTime, ColumnScale.Of(1.0, "s"), 0.0, 0.0, 0.0, 5.0, 0.0)]);

        ((TimeSeries)made.Items[0].Measurement).Step.ShouldBe([1, 2, 3, 4, 5]);
        made.Notes.ShouldHaveSingleItem().ShouldContain("derived from the changes of 'Step'");
        program.Values.ToNumbers().ShouldBe([1.0, 2.0, 1.0, 2.0, 2.0]);
    }

    [Fact]
    public void From_CyclesFromZeroOrBackwards_AreNotRenumbered()
    {
        ((TimeSeries)Build([.. Basic(3), Column("Cyc#", "", ColumnRole.Cycle, null, 0.0, 0.0, 1.0)]).Items[0].Measurement).Cycle.ShouldBe([0, 0, 1]);
        CanonicalMeasurements backwards = Build([.. Basic(3), Column("Cyc#", "", ColumnRole.Cycle, null, 2.0, 1.0, 1.0)]);
        ((TimeSeries)backwards.Items[0].Measurement).Cycle.ShouldBeEmpty();
        backwards.Notes.ShouldContain(note => note.Contains("'Cyc#' decreases", StringComparison.Ordinal));
    }

    [Fact]
    public void From_TimeThatRunsBackwards_MakesNoSeriesAndSaysWhere()
    {
        RecordingColumn[] columns = Basic(3);
        columns[0] = Column("t", "s", ColumnRole.TestTime, ColumnScale.Of(1.0, "s"), 0.0, 2.0, 1.0);

        CanonicalMeasurements made = Build(columns);

        made.Items.ShouldBeEmpty();
        made.Notes.ShouldContain(note => note.Contains("runs backwards at row 3", StringComparison.Ordinal));
    }

    [Fact]
    public void From_BlankCells_AreLeftOutAndCounted()
    {
        RecordingColumn[] columns = Basic(3);
        columns[1] = Column("U", "V", ColumnRole.Voltage, ColumnScale.Of(1.0, "V"), 3.0, double.NaN, 3.0);

        DerivedMeasurement made = Build(columns).Items.ShouldHaveSingleItem();

        (made.Rows, made.LeftOut).ShouldBe((2, 1));
    }

    [Fact]
    public void From_SeveralSpectra_AreSplitAndTheSignIsTrue()
    {
        ColumnScale ohm = ColumnScale.Of(1.0, "Ω");
        CanonicalMeasurements made = Build(
            Column("f", "Hz", ColumnRole.Frequency, ColumnScale.Of(1.0, "Hz"), 1000.0, 10.0, 1.0, 0.0, 1000.0, 10.0, 1.0),
            Column("Re", "Ohm", ColumnRole.ImpedanceReal, ohm, 1.0, 2.0, 3.0, 0.0, 4.0, 5.0, 6.0),
            Column("-Im", "Ohm", ColumnRole.ImpedanceImaginary, ohm.Turned(), 0.1, 0.2, 0.3, 0.0, 0.4, 0.5, 0.6));

        made.Items.Length.ShouldBe(2);
        var second = made.Items[1].Measurement.ShouldBeOfType<Spectrum>();
        second.Real.ShouldBe([4.0, 5.0, 6.0]);
        second.Impedance[0].Imaginary.ShouldBe(-0.4);
        made.Notes.ShouldContain(note => note.Contains("1 of 7 rows have no frequency above 0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new[] { 1000.0, 0.0, 100.0, 10.0, 1.0 }, new[] { 4 })]
    [InlineData(new[] { 1000.0, 100.0, -5.0, 10.0, 0.0, 0.0, 1.0 }, new[] { 4 })]
    [InlineData(new[] { 1000.0, 100.0, 0.0, 1000.0, 100.0 }, new[] { 2, 2 })]
    [InlineData(new[] { 1000.0, 100.0, 10.0, 0.0, 1000.0, 100.0, 10.0 }, new[] { 3, 3 })]
    [InlineData(new[] { 1000.0, 0.0, 1000.0, 0.0, 1000.0 }, new[] { 1, 1, 1 })]
    public void From_RowsWithoutFrequency_EndASpectrumOnlyWhereTheSweepDoesNotGoOn(double[] frequency, int[] points)
    {
        CanonicalMeasurements made = Build(
            Column("f", "Hz", ColumnRole.Frequency, ColumnScale.Of(1.0, "Hz"), frequency),
            Column("Z'", "ohm", ColumnRole.ImpedanceReal, ColumnScale.Of(1.0, "ohm"), [.. frequency.Select(_ => 5.0)]),
            Column("Z''", "ohm", ColumnRole.ImpedanceImaginary, ColumnScale.Of(1.0, "ohm"), [.. frequency.Select(_ => -1.0)]));

        made.Items.Select(item => item.Rows).ShouldBe(points);
        made.Items.Sum(item => item.Rows + item.LeftOut).ShouldBe(frequency.Length);
    }

    [Fact]
    public void From_ModulusAndPhase_IsTheImpedance()
    {
        CanonicalMeasurements made = Build(
            Column("f", "Hz", ColumnRole.Frequency, ColumnScale.Of(1.0, "Hz"), 100.0),
            Column("|Z|", "Ohm", ColumnRole.ImpedanceModulus, ColumnScale.Of(1.0, "Ω"), 2.0),
            Column("phase", "deg", ColumnRole.ImpedancePhase, ColumnScale.Of(Math.PI / 180.0, "rad"), -60.0));

        var spectrum = (Spectrum)made.Items[0].Measurement;
        spectrum.Real[0].ShouldBe(1.0, 1e-12);
        spectrum.NegativeImaginary[0].ShouldBe(Math.Sqrt(3.0), 1e-12);
    }

    [Fact]
    public void From_Voltammetry_GivesASweepPerCycle()
    {
        Recording recording = Record([.. Basic(4), Column("cycle", "", ColumnRole.Cycle, null, 1.0, 1.0, 2.0, 2.0)]) with { Technique = "CV" };

        CanonicalMeasurements made = MeasurementBuilder.From(recording);

        made.Items.Select(item => item.Measurement.GetType()).ShouldBe([typeof(TimeSeries), typeof(Sweep), typeof(Sweep)]);
    }

    private static RecordingColumn[] Basic(int rows) =>
    [
        Column("t", "s", ColumnRole.TestTime, ColumnScale.Of(1.0, "s"), [.. Enumerable.Range(0, rows).Select(i => (double)i)]),
        Column("U", "V", ColumnRole.Voltage, ColumnScale.Of(1.0, "V"), [.. Enumerable.Repeat(3.0, rows)]),
        Column("I", "A", ColumnRole.Current, ColumnScale.Of(1.0, "A"), [.. Enumerable.Repeat(0.1, rows)]),
    ];

    private static RecordingColumn Column(string name, string unit, ColumnRole role, ColumnScale? scale, params double[] values) =>
        new() { Name = name, Unit = unit, Role = role, Scale = scale, Values = ColumnValues.Of(values) };

    private static CanonicalMeasurements Build(params RecordingColumn[] columns) => MeasurementBuilder.From(Record(columns));

    private static Recording Record(RecordingColumn[] columns) => new()
    {
        File = new FileFacts("x", 1, "00", string.Empty),
        Format = "test",
        Instrument = "test",
        Tables = [new RecordingTable { Columns = [.. columns], RowCount = columns[0].Values.Count }],
    };
}
