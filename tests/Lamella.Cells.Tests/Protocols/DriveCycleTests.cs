using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.Continuum;
using Lamella.Core.Errors;

namespace Lamella.Cells.Tests.Protocols;

/// <summary>Drive cycles from CSV files, on the half cell Xu2019 (1C = 1.558 mA/cm2, 1.54 cm2).</summary>
public sealed class DriveCycleTests : IDisposable
{
    private static readonly CellDescription Cell = ReferenceCells.Xu2019;

    private readonly string folder = Directory.CreateTempSubdirectory("lamella-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("time [s],current [A]\n0,-0.0024\n10,0.0012\n20,0", StepControl.Current, -15.5844155844, 7.7922077922)]
    [InlineData("time (min); current density (mA/cm2)\n5;-1\n5.5;2\n6;0", StepControl.Current, -10.0, 20.0)]
    [InlineData("Test Time / s,Cycle Count / 1,Current / mA\n100,1,-1.54\n110,1,3.08\n111,1,0\n", StepControl.Current, -10.0, 20.0)]
    [InlineData("# recorded\ntime [h]\trate [C]\n0\t-1\n1\t0.5\n2\t0\n", StepControl.Current, -15.5844155844, 7.7922077922)]
    [InlineData("time [s],power [mW/cm2]\n0,-5\n1,2.5\n2,0", StepControl.Power, -50.0, 25.0)]
    [InlineData("time [s],voltage [V]\n0,3.6\n1,4.1\n2,4", StepControl.Voltage, 3.6, 4.1)]
    [Trait("Level", "unit")]
    public void Parse_Follow_ReadsTimesAndLoads(string csv, StepControl control, double first, double second)
    {
        ProtocolStep step = Parse(csv, "Follow cycle.csv");

        step.Control.ShouldBe(control);
        double jump = step.Value.NextBreak(0.0);
        step.Value.Start.ShouldBe(first, 1e-9 * Math.Abs(first));
        step.Value.At(0.999 * jump).ShouldBe(first, 1e-9 * Math.Abs(first));
        step.Value.At(jump).ShouldBe(second, 1e-9 * Math.Abs(second));
        step.Value.At(0.5 * (jump + step.MaximumDuration)).ShouldBe(second, 1e-9 * Math.Abs(second));
        step.Value.NextBreak(jump).ShouldBe(step.MaximumDuration);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_FollowWithEveryWord_RoundTrips()
    {
        const string csv = "time [s],voltage [V],current [A]\n0,3,0.001\n10,3,-0.002\n20,3,0";
        const string line = "Follow \"my cycle.csv\" column \"current [A]\" interpolated with discharge positive for 15 s or until 3.6 V at 45 degC";

        ProtocolStep step = Parse(csv, line, "my cycle.csv");

        step.Label.ShouldBe(line);
        step.Value.Start.ShouldBe(-0.001 / Cell.Area, 1e-9);
        step.Value.At(5.0).ShouldBe(0.0005 / Cell.Area, 1e-9);
        (step.MaximumDuration, step.LowerVoltage, step.UpperVoltage).ShouldBe((15.0, 3.6, 4.2));
    }

    [Theory]
    [InlineData("current [A]\n1\n2", 1, "no column has a unit of time")]
    [InlineData("time [s],speed [m/s]\n0,1\n1,2", 1, "no column has a unit of a load")]
    [InlineData("time [s],voltage [V],current [A]\n0,1,1\n1,1,1", 22, "several columns could be the load")]
    [InlineData("time [s],current [A]\n0,1\n1,x", 3, "'x' is no number")]
    [InlineData("time [s],current [A]\n0,1\n0,2", 1, "does not come after")]
    [InlineData("time [s],current [A]\n0,1\n1", 1, "has 1 cells")]
    [InlineData("time [s],current [A]\n0,1", 1, "fewer than two rows")]
    [InlineData("\n\n", 1, "is empty")]
    [Trait("Level", "unit")]
    public void Parse_BadFile_SaysWhereAndWhat(string csv, int column, string problem)
    {
        InputException error = Should.Throw<InputException>(() => Parse(csv, "Follow cycle.csv"));

        error.Problem.ShouldContain(problem);
        error.Place.File.ShouldEndWith("cycle.csv");
        error.Place.Column.ShouldBe(error.Place.Line == 0 ? 0 : column);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_VoltageOutsideTheCutOffs_NamesTimeAndVoltage() =>
        Should.Throw<InputException>(() => Parse("time [s],voltage [V]\n0,3.6\n7,4.9\n8,4", "Follow cycle.csv"))
            .Problem.ShouldContain("4.9 V at 7 s is outside the cut-offs");

    private ProtocolStep Parse(string csv, string line, string name = "cycle.csv")
    {
        File.WriteAllText(Path.Combine(folder, name), csv);
        return ProtocolText.Parse(line, Cell, "protocol", folder).Steps[0];
    }
}
