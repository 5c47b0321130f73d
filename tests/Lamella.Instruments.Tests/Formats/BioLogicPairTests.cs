using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>What is read from an .mpr is what EC-Lab exports from it as .mpt, also where EC-Lab computes and does not store.</summary>
[Trait("Level", "reference")]
public sealed class BioLogicPairTests
{
    // EC-Lab prints single precision with 8 digits and double precision with 16.
    private const double PrintedSingle = 1.2e-7, PrintedDouble = 2e-15;

    // The exports of these columns come from another source than the stored numbers: the average over the interval, codes as text.
    private static readonly string[] NotComparable = ["I Range", "time/s"];

    public static TheoryData<string> Pairs() =>
    [
        "ca", "cp", "ocv", "wait", "peis", "gcpl.issue_226.CxN", "cov.issue_185", "cv.issue_149", "mb.issue_223", "peis.issue_225.with_ece",
        "peis.issue_225.no_ece", "vsp_ocv_with",
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Read_PairOfMprAndMpt_AgreesToThePrintedDigits(string stem)
    {
        RecordingTable stored = Table($"biologic_mpr/{stem}.mpr"), exported = Table($"biologic_mpt/{stem}.mpt");

        stored.RowCount.ShouldBe(exported.RowCount);
        string[] shared = [.. stored.Columns.Select(column => column.Name).Intersect(exported.Columns.Where(column => !column.IsDerived).Select(column => column.Name)).Except(NotComparable)];
        if (stored.RowCount > 0)
        {
            shared.Length.ShouldBeGreaterThan(2);
        }

        shared.Select(name => Difference(name, stored.Find(name)!, exported.Find(name)!)).OfType<string>().ShouldBeEmpty(stem);
    }

    [Fact]
    public void Read_Gcpl_DerivesTheCyclerColumnsThatEcLabExports()
    {
        RecordingTable stored = Table("biologic_mpr/gcpl.issue_226.CxN.mpr");

        string[] derived = ["<I>/mA", "Q charge/mA.h", "Q discharge/mA.h", "cycle number", "control/mA"];
        derived.ShouldBeSubsetOf(stored.Columns.Where(column => column.IsDerived).Select(column => column.Name));
        stored.Find("<I>/mA")!.Scope.ShouldBe(ColumnScope.Interval);
        stored.Find("Q charge/mA.h")!.Scope.ShouldBe(ColumnScope.HalfCycle);
    }

    private static string? Difference(string name, RecordingColumn stored, RecordingColumn exported)
    {
        // EC-Lab computes the charge of half cycles anew on export where it stores single-precision charges.
        bool isComputed = stored.IsDerived || name == "Q charge/discharge/mA.h";
        double relative = stored.Values.StoredAs == "f8" && !isComputed ? PrintedDouble : PrintedSingle;
        double floor = stored.IsDerived ? 1e-9 * stored.Values.ToNumbers().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0.0).Max() : 0.0;
        for (int row = 0; row < stored.Values.Count; row++)
        {
            (double a, double b) = (stored.Values.Number(row), exported.Values.Number(row));
            bool isEqual = Math.Abs(a - b) <= (relative * Math.Abs(b)) + floor || (double.IsNaN(a) && (double.IsNaN(b) || b == 0.0));
            if (!isEqual)
            {
                return FormattableString.Invariant($"{name}[{row}] is {a:R}, exported {b:R}");
            }
        }

        return null;
    }

    private static RecordingTable Table(string file) => InstrumentReader.Read(CorpusFolder.Require(file)).Tables[0];
}
