using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Traps;

/// <summary>Traps 2, 3, 4 and 8: what a capacity, a cycle and a step refer to, and in which unit a number stands.</summary>
[Trait("Level", "unit")]
public sealed class ScopeTests
{
    [Theory]
    [InlineData("neware_nda/TestFile.nda", "Capacity", ColumnScope.Step)]
    [InlineData("neware_csv/interp-test.csv", "Capacity(mAs)", ColumnScope.Step)]
    [InlineData("landt/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv", "charge_capacity_Ah", ColumnScope.Step)]
    [InlineData("landt/LANHE_GPCL.ccs", "Interval Charge", ColumnScope.Interval)]
    [InlineData("maccor_txt/maccor_one.txt", "Amp-hr", ColumnScope.Step)]
    [InlineData("novonix_csv/sample_data_novonix.csv", "Capacity (Ah)", ColumnScope.Step)]
    [InlineData("arbin_res/arbin_example.res", "Charge_Capacity", ColumnScope.Schedule)]
    [InlineData("arbin_csv/arbin_example.csv", "Charge_Capacity", ColumnScope.Schedule)]
    [InlineData("biologic_mpr/gcpl.mpr", "(Q-Qo)/mA.h", ColumnScope.Test)]
    [InlineData("biologic_mpr/gcpl.mpr", "Q charge/discharge/mA.h", ColumnScope.HalfCycle)]
    [InlineData("biologic_mpr/gcpl.mpr", "dq/mA.h", ColumnScope.Interval)]
    public void Capacity_OfTheVendor_CarriesItsScopeAndIsNotDerived(string file, string column, ColumnScope scope)
    {
        RecordingColumn found = Table(file).Find(column)!;

        found.Scope.ShouldBe(scope);
        found.IsDerived.ShouldBeFalse();
        found.Scale!.Value.Unit.ShouldBe("C");
    }

    [Theory]
    [InlineData("arbin_res/arbin_example.res", "Step Charge", ColumnScope.Step)]
    [InlineData("arbin_res/arbin_example.res", "Cycle Charge", ColumnScope.Cycle)]
    [InlineData("landt/LANHE_GPCL.ccs", "Step Charge", ColumnScope.Step)]
    [InlineData("neware_ndax/nw4-120-1-6-53.ndax", "Capacity", ColumnScope.Step)]
    public void Capacity_Computed_StandsBesideAndSaysSo(string file, string column, ColumnScope scope)
    {
        RecordingColumn found = Table(file).Find(column)!;

        found.Scope.ShouldBe(scope);
        found.IsDerived.ShouldBeTrue();
    }

    [Theory]
    [InlineData("biologic_mpr/gcpl.mpr", "cycle number", true)]
    [InlineData("neware_nda/2-1-6_61_07005012.nda.zip", "Cycle Index", true)]
    [InlineData("neware_nda/TestFile.nda", "Cycle Index", false)]
    [InlineData("arbin_res/arbin_example.res", "Cycle_Index", false)]
    public void Cycle_StoredOrComputed_IsTold(string file, string column, bool isComputed) => Table(file).Find(column)!.IsDerived.ShouldBe(isComputed);

    [Fact]
    public void Cycle_OfASpectrum_IsNotMadeUp() =>
        Table("biologic_mpr/PEIS_SSB.mpr").Columns.ShouldNotContain(column => column.Role == ColumnRole.Cycle && column.IsDerived);

    [Theory]
    [InlineData("neware_ndax/nw4-120-1-6-53.ndax")]
    [InlineData("arbin_res/arbin_example.res")]
    [InlineData("landt/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv")]
    [InlineData("maccor_txt/maccor_three.txt")]
    public void Step_OfTheProgram_RepeatsAndTheRunCounterDoesNot(string file)
    {
        RecordingTable table = Table(file);
        double[] program = table.Find(ColumnRole.ProgramStep)!.Values.ToNumbers(), run = table.Find(ColumnRole.RunStep)!.Values.ToNumbers();

        run.Zip(run.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First);
        Changes(program).ShouldBeLessThanOrEqualTo(Changes(run));
        run.Distinct().Count().ShouldBeGreaterThan(program.Distinct().Count());
    }

    [Theory]
    [InlineData("I/mA", 1e-3, "A")]
    [InlineData("Current(uA)", 1e-6, "A")]
    [InlineData("Current(µA)", 1e-6, "A")]
    [InlineData("Current (A)", 1.0, "A")]
    [InlineData("Voltage(mV)", 1e-3, "V")]
    [InlineData("Q charge/mA.h", 3.6, "C")]
    [InlineData("Capacity(mAs)", 1e-3, "C")]
    [InlineData("Cap. [Ah]", 3600.0, "C")]
    [InlineData("Energy charge/W.h", 3600.0, "J")]
    [InlineData("Energy(mWs)", 1e-3, "J")]
    public void Unit_InTheHeading_Decides(string heading, double factor, string unit)
    {
        ColumnScale scale = ColumnLabel.Parse(heading).Scale!.Value;

        scale.Factor.ShouldBe(factor, 1e-15);
        scale.Unit.ShouldBe(unit);
    }

    private static int Changes(double[] values) => values.Zip(values.Skip(1)).Count(pair => pair.First != pair.Second);

    private static RecordingTable Table(string file) => InstrumentReader.Read(CorpusFolder.Require(file)).Tables.First(table => !table.IsSummary);
}
