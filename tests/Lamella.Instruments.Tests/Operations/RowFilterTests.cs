using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Operations;

/// <summary>Filters keep rows as they are, say which, and lose neither the number of a step nor the border of a spectrum.</summary>
[Trait("Level", "unit")]
public sealed class RowFilterTests
{
    private static readonly string[] Filters =
        ["step 2..4", "program step 0,2", "cycle 1..", "row 5..20", "time ..150 s", "voltage 3.6..3.8 V", "current 0 A.."];

    [Fact]
    [Trait("Level", "property")]
    public void Apply_KeepAll_IsIdentityOnEveryColumnOfTheFile()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Recording whole = OperatedSeries.Random(seed, 40 + seed);

            foreach (string all in new[] { "keep row 1..", "keep time 0 s..", "keep every 1", "drop step 900..", "keep voltage -1000..1000 V" })
            {
                Recording kept = whole.Apply(all);

                kept.Operations.ShouldHaveSingleItem().RowsOut.ShouldBe(whole.Tables[0].RowCount);
                foreach (RecordingColumn column in whole.Tables[0].Columns)
                {
                    RecordingColumn other = kept.Tables[0].Find(column.Name).ShouldNotBeNull();
                    (other.Role, other.Scope, other.Unit, other.IsDerived).ShouldBe((column.Role, column.Scope, column.Unit, column.IsDerived));
                    Texts(other).ShouldBe(Texts(column));
                }
            }
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void Apply_KeepAndDrop_ShareOutAllRows()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Recording whole = OperatedSeries.Random(seed, 60);
            foreach (string filter in Filters)
            {
                double[] kept = Rows(whole, "keep " + filter), dropped = Rows(whole, "drop " + filter);

                kept.Concat(dropped).Order().ShouldBe(Enumerable.Range(1, 60).Select(row => (double)row), $"{filter}, seed {seed}");
                kept.ShouldBe(kept.Order());
            }
        }

        static double[] Rows(Recording whole, string filter)
        {
            try
            {
                return whole.Apply(filter).Values(ColumnRole.FileRow);
            }
            catch (InputException refusal) when (refusal.Message.Contains("leaves no row", StringComparison.Ordinal))
            {
                return [];
            }
        }
    }

    [Fact]
    public void Apply_Steps_KeepTheirNumberAndTheChargeBetweenThem()
    {
        Recording whole = OperatedSeries.Of(
            OperatedSeries.Column(ColumnRole.TestTime, "s", 0, 10, 10, 20, 20, 30), OperatedSeries.Column(ColumnRole.Voltage, "V", 3, 3, 3.5, 3.5, 3, 3),
            OperatedSeries.Column(ColumnRole.Current, "A", 1, 1, 2, 2, -1, -1), OperatedSeries.Column(ColumnRole.ProgramStep, string.Empty, 1, 1, 2, 2, 1, 1));

        Recording kept = whole.Apply("keep step 3");

        kept.Values(ColumnRole.RunStep).ShouldBe([3.0, 3.0]);
        kept.Values(ColumnRole.ProgramStep).ShouldBe([1.0, 1.0]);
        kept.Values(ColumnRole.NetCharge).ShouldBe([30.0, 20.0]);
        kept.Values(ColumnRole.NetEnergy).ShouldBe([100.0, 70.0]);
        kept.Operations.ShouldHaveSingleItem().ToString().ShouldBe("keep step 3: 6 rows in, 2 rows out (rows 5..6)");
        Measurement made = MeasurementBuilder.From(kept).Items[0].Measurement;
        ((TimeSeries)made).Step.ShouldBe([3, 3]);
        made.Provenance.Model.ShouldBe("test: test; keep step 3");
    }

    [Fact]
    public void Apply_EveryNth_SaysWhichRows()
    {
        Recording kept = OperatedSeries.Random(1, 100).Apply("keep every 10");

        kept.Values(ColumnRole.FileRow).ShouldBe([1, 11, 21, 31, 41, 51, 61, 71, 81, 91]);
        kept.Operations[0].RowsTaken.ShouldHaveSingleItem().ShouldBe(new RowRun(1, 91, 10));
        kept.Tables[0].Find("remark")!.Values.Text(1).ShouldBe("row 10");
    }

    [Fact]
    public void Apply_SeveralInOrder_AreAllNoted()
    {
        Recording kept = OperatedSeries.Random(1, 100).Apply("keep row 11..40", "keep every 2", "drop row 21..");

        kept.Values(ColumnRole.FileRow).ShouldBe([11, 13, 15, 17, 19]);
        kept.Operations.Select(operation => (operation.Text, operation.RowsIn, operation.RowsOut))
            .ShouldBe([("keep row 11..40", 100, 30), ("keep every 2 rows", 30, 15), ("drop row 21..", 15, 5)]);
        kept.Operations[2].RowsTaken.ShouldHaveSingleItem().ShouldBe(new RowRun(1, 5, 1)); // rows of what it was applied to
    }

    [Fact]
    public void Apply_FrequencyRange_KeepsSpectraApart()
    {
        // Two sweeps within one cycle, told apart by the record at rest between them, which the filter takes out.
        Recording whole = OperatedSeries.Of(
            OperatedSeries.Column(ColumnRole.Frequency, "Hz", 100, 10, 1, 0, 1000, 100, 10),
            OperatedSeries.Column(ColumnRole.ImpedanceReal, "Ω", 1, 2, 3, 0, 1, 2, 3), OperatedSeries.Column(ColumnRole.ImpedanceImaginary, "Ω", -1, -1, -1, 0, -1, -1, -1),
            OperatedSeries.Column(ColumnRole.Cycle, string.Empty, 1, 1, 1, 1, 1, 1, 1));

        CanonicalMeasurements made = MeasurementBuilder.From(whole.Apply("keep frequency 10..100 Hz"));

        made.Items.Select(item => ((Spectrum)item.Measurement).Frequency.ToArray()).ShouldBe([[100.0, 10.0], [100.0, 10.0]]);
    }

    [Fact]
    public void Apply_BlankValues_AreNeverKeptAndNeverDropped()
    {
        Recording whole = OperatedSeries.Of(OperatedSeries.Column(ColumnRole.Cycle, string.Empty, 1, double.NaN, 2));

        whole.Apply("keep cycle 1..9").Values(ColumnRole.FileRow).ShouldBe([1.0, 3.0]);
        whole.Apply("drop cycle 1..1").Values(ColumnRole.FileRow).ShouldBe([2.0, 3.0]);
    }

    [Fact]
    public void Apply_NothingLeft_SaysWhatStandsThere() =>
        Should.Throw<InputException>(() => OperatedSeries.Random(1, 50).Apply("keep voltage 9..10 V")).Message.ShouldContain("what stands in the file: voltage 3.");

    [Fact]
    public void Apply_ColumnThatIsMissing_SaysWhatCanBeDone()
    {
        InputException refusal = Should.Throw<InputException>(() => OperatedSeries.Random(1, 50).Apply("keep frequency 1..10 Hz"));

        refusal.Message.ShouldContain("no table has a frequency with a known unit");
        refusal.Allowed.ShouldContain("keep voltage");
        refusal.Allowed.ShouldNotContain("keep frequency");
    }

    [Fact]
    public void Apply_TableWithoutTheColumn_StaysAndIsNamed()
    {
        Recording one = OperatedSeries.Random(1, 50);
        Recording both = one with { Tables = [one.Tables[0], new RecordingTable { Name = "log", Columns = [new RecordingColumn { Name = "text", Values = ColumnValues.Of(["a", "b"]) }], RowCount = 2 }] };

        Recording kept = both.Apply("keep voltage 3.7..9 V");

        kept.Tables[1].RowCount.ShouldBe(2);
        kept.Warnings.ShouldContain(warning => warning.Contains("was not applied to table 'log'", StringComparison.Ordinal));
    }

    [Fact]
    public void Apply_ColumnSinceTheRecordBefore_IsPointedOut()
    {
        Recording whole = OperatedSeries.Of(OperatedSeries.Column(ColumnRole.None, "C", 1, 1, 1) with { Name = "dq", Scope = ColumnScope.Interval });

        whole.Apply("keep every 2").Operations[0].Notes.ShouldHaveSingleItem().ShouldContain("'dq' count since the record before in the file");
    }

    private static IEnumerable<string> Texts(RecordingColumn column) => Enumerable.Range(0, column.Values.Count).Select(column.Values.Text);
}
