using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Operations;

/// <summary>Resampling is exact on straight lines and keeps the charge and the borders of every step.</summary>
[Trait("Level", "property")]
public sealed class ResamplingTests
{
    private const double Rounding = 1e-11; // a few hundred additions of numbers of order 1 to 1000

    [Fact]
    public void Resample_StraightLines_AreExact()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            double[] time = [.. Enumerable.Range(0, 80).Select(_ => random.NextDouble() * 1000.0).Order()];
            double[] Line(double start, double slope) => [.. time.Select(t => start + (slope * t))];
            Recording whole = OperatedSeries.Of(
                OperatedSeries.Column(ColumnRole.TestTime, "s", time), OperatedSeries.Column(ColumnRole.Voltage, "V", Line(4.2, -1e-3)),
                OperatedSeries.Column(ColumnRole.Current, "A", Line(-0.5, 2e-3)), OperatedSeries.Column(ColumnRole.Temperature, "K", Line(298.15, 0.01)));

            foreach (string by in new[] { "7 s", "0.5 s", "3 mV" })
            {
                Recording made = whole.Apply("resample every " + by);

                double[] t = made.Values(ColumnRole.TestTime);
                made.Values(ColumnRole.Voltage).Zip(t).ShouldAllBe(row => Math.Abs(row.First - 4.2 + (1e-3 * row.Second)) < Rounding);
                made.Values(ColumnRole.Current).Zip(t).ShouldAllBe(row => Math.Abs(row.First + 0.5 - (2e-3 * row.Second)) < Rounding);
                made.Values(ColumnRole.Temperature).Zip(t).ShouldAllBe(row => Math.Abs(row.First - 298.15 - (0.01 * row.Second)) < 1e-10);
                made.Values(ColumnRole.NetCharge).Zip(t).ShouldAllBe(row =>
                    Math.Abs(row.First - (-0.5 * (row.Second - time[0])) - (1e-3 * ((row.Second * row.Second) - (time[0] * time[0])))) < 1e-9);
            }
        }
    }

    [Fact]
    public void Resample_AnySeries_KeepsChargeEnergyAndEndsOfEveryStep()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            Recording whole = OperatedSeries.Random(seed, 200).Apply("keep row 1..");
            foreach (string by in new[] { "3 s", "40 s", "20 mV", "1 V" })
            {
                Recording made = whole.Apply("resample every " + by);

                foreach (ColumnRole sum in new[] { ColumnRole.NetCharge, ColumnRole.NetEnergy })
                {
                    Ends(made, sum).ShouldBe(Ends(whole, sum), $"{sum}, {by}, seed {seed}");
                }

                Ends(made, ColumnRole.TestTime).ShouldBe(Ends(whole, ColumnRole.TestTime));
                made.Values(ColumnRole.TestTime).ShouldBe(made.Values(ColumnRole.TestTime).Order());
            }
        }
    }

    [Fact]
    public void Resample_ChargeAtNewRows_IsThatOfTheRecordsUpToThere()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Recording whole = OperatedSeries.Random(seed, 120);
            double[] time = whole.Values(ColumnRole.TestTime), current = whole.Values(ColumnRole.Current), run = whole.Values(ColumnRole.RunStep);
            Recording made = whole.Apply("resample every 2.3 s");
            double[] t = made.Values(ColumnRole.TestTime), q = made.Values(ColumnRole.NetCharge), steps = made.Values(ColumnRole.RunStep);

            for (int row = 0; row < t.Length; row++)
            {
                Math.Abs(q[row] - Charge(time, current, run, t[row], steps[row])).ShouldBeLessThan(1e-12, $"seed {seed}, row {row}");
            }
        }
    }

    [Fact]
    public void Resample_Time_HasEvenDistancesWithinAStep()
    {
        Recording made = OperatedSeries.Random(3, 300).Apply("resample every 2.5 s");
        double[] t = made.Values(ColumnRole.TestTime), step = made.Values(ColumnRole.RunStep);

        for (int row = 1; row < t.Length - 1; row++)
        {
            if (step[row - 1] == step[row] && step[row] == step[row + 1])
            {
                (t[row] - t[row - 1]).ShouldBe(2.5, 1e-9);
            }
        }
    }

    [Fact]
    public void Resample_Voltage_MovesByTheDistanceAndPassesNoise()
    {
        Recording whole = OperatedSeries.Of(
            OperatedSeries.Column(ColumnRole.TestTime, "s", 0, 1, 2, 3, 4, 5), OperatedSeries.Column(ColumnRole.Voltage, "V", 3.0, 3.0005, 2.9995, 3.0005, 3.035, 3.02));

        Recording made = whole.Apply("resample every 10 mV");

        made.Values(ColumnRole.Voltage).ShouldBe([3.0, 3.01, 3.02, 3.03, 3.02], 1e-12);
        made.Values(ColumnRole.TestTime)[1].ShouldBe(3.0 + (0.0095 / 0.0345), 1e-9);
        made.Tables[0].Find(ColumnRole.NetCharge).ShouldBeNull(); // no current was recorded
    }

    [Fact]
    public void Resample_Columns_AreMarkedAndTheOthersNamed()
    {
        Recording made = OperatedSeries.Random(1, 50).Apply("resample every 5 s");

        made.Tables[0].Columns.ShouldAllBe(column => column.IsDerived);
        made.Tables[0].Find("remark").ShouldBeNull();
        AppliedOperation applied = made.Operations.ShouldHaveSingleItem();
        applied.Notes.ShouldContain(note => note.Contains("Left out", StringComparison.Ordinal) && note.Contains("'remark'", StringComparison.Ordinal));
        applied.RowsTaken.ShouldBeEmpty();
        applied.ToString().ShouldContain("new rows between the records");
    }

    [Fact]
    public void Resample_MeanCurrent_TimesTimeIsTheChargeOfTheRecords()
    {
        Recording random = OperatedSeries.Random(5, 200);
        RecordingTable table = random.Tables[0];
        Recording whole = random with { Tables = [table with { Columns = [.. table.Columns.Select(column => column.Role == ColumnRole.Current ? column with { Scope = ColumnScope.Interval } : column)] }] };

        foreach (string by in new[] { "1 s", "30 s", "15 mV" })
        {
            Recording made = whole.Apply("resample every " + by);
            double[] t = made.Values(ColumnRole.TestTime), i = made.Values(ColumnRole.Current), q = made.Values(ColumnRole.NetCharge), step = made.Values(ColumnRole.RunStep);

            for (int row = 1; row < t.Length; row++)
            {
                if (step[row] == step[row - 1])
                {
                    (i[row] * (t[row] - t[row - 1])).ShouldBe(q[row] - q[row - 1], 1e-13, $"{by}, row {row}");
                }
            }
        }
    }

    [Fact]
    public void Resample_AfterAFilter_KeepsTheChargeOfTheRowsThatWereTakenOut()
    {
        Recording whole = OperatedSeries.Random(7, 200).Apply("keep row 1..");
        Recording made = OperatedSeries.Random(7, 200).Apply("keep every 9", "resample every 4 s");

        made.Values(ColumnRole.NetCharge)[^1].ShouldBe(whole.Values(ColumnRole.NetCharge)[198], 1e-14); // row 199 is the last of every ninth
    }

    [Theory]
    [InlineData("resample every 1 ns")]
    [InlineData("resample every 1e-15 V")]
    public void Resample_TooManyRows_IsRefusedWithTheLimit(string operation) =>
        Should.Throw<InputException>(() => OperatedSeries.Random(1, 50).Apply(operation)).Message.ShouldContain("limit MostRows");

    [Fact]
    public void Resample_TimeThatRunsBackwards_IsRefusedWithTheRow()
    {
        Recording whole = OperatedSeries.Of(OperatedSeries.Column(ColumnRole.TestTime, "s", 0, 2, 1), OperatedSeries.Column(ColumnRole.Voltage, "V", 3, 3, 3));

        Should.Throw<InputException>(() => whole.Apply("resample every 1 s")).Message.ShouldContain("time runs backwards at row 3");
    }

    [Fact]
    [Trait("Level", "reference")]
    public void NetCharge_OfRealFile_IsThatOfTheVendor()
    {
        Recording whole = InstrumentReader.Read(CorpusFolder.Require("biologic_mpr/gcpl.pr_182.1.mpr")).Apply("keep row 1..");

        double[] own = whole.Values(ColumnRole.NetCharge), vendor = whole.Tables[0].Find("(Q-Qo)/mA.h")!.ToSi();
        double largest = vendor.Max(Math.Abs);
        own.Zip(vendor).ShouldAllBe(row => Math.Abs(row.First - (row.Second - vendor[0])) < 1e-12 * largest);
    }

    /// <summary>Lists the values at the first and last row of each step.</summary>
    private static double[] Ends(Recording recording, ColumnRole role)
    {
        double[] values = recording.Values(role), run = recording.Values(ColumnRole.RunStep);
        return [.. Enumerable.Range(0, run.Length)
            .Where(row => row == 0 || row == run.Length - 1 || run[row] != run[row - 1] || run[row] != run[row + 1])
            .Select(row => values[row])];
    }

    /// <summary>Integrates a current over time from the first record to a moment of a step, plainly.</summary>
    private static double Charge(double[] time, double[] current, double[] run, double until, double step)
    {
        double sum = 0.0;
        for (int i = 1; i < time.Length && run[i] <= step; i++)
        {
            double end = run[i] == step ? Math.Min(time[i], until) : time[i], span = end - time[i - 1];
            if (run[i] == run[i - 1] && span > 0.0)
            {
                double last = current[i - 1] + ((current[i] - current[i - 1]) * span / (time[i] - time[i - 1]));
                sum += 0.5 * (current[i - 1] + last) * span;
            }
        }

        return sum;
    }
}
