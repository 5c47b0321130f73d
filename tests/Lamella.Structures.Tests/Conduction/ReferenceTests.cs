using System.Collections.Immutable;
using System.Globalization;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Conduction;

/// <summary>Every value that independent double-precision solvers found on the reference volumes.</summary>
[Trait("Level", "reference")]
public sealed class ReferenceTests
{
    private const string EveryVariable = "LAMELLA_EVERY_REFERENCE";
    private const double Finest = 1e-6;
    private const double Usual = 1e-4; // of large volumes in the daily run: four bytes a number, ten times less than a tenth of a percent
    private const long Large = 6_000_000; // voxels

    // What the iteration of the reference left where nothing connects the faces.
    private const double NothingButResidual = 1e-15;

    // What docs/structure-references.md says for each line.
    private static readonly Lazy<ImmutableDictionary<string, double>> Table = new(ReadTable);

    /// <summary>Gets the volumes; every direction and set of conductivities of one is a test of its own volume.</summary>
    public static TheoryData<string> Volumes() =>
        new("oi100", "oisph100", "leopard100", "berea200", "ellips200", "fiberform100", "weave150", "bilayer240", "nmc1cal", "grf30_128", "grf30a_128",
            "osph40_128", "perc50_100", "perc80_100", "cse4_128", "brick16_128", "vorogb_128", "grf50_256", "vorolab_128", "grains51");

    [Theory]
    [MemberData(nameof(Volumes))]
    public void Solve_ReferenceVolume_GivesTheConvergedConductivities(string name)
    {
        ImmutableArray<ReferenceCase> cases = [.. ReferenceCase.All().Where(line => line.Volume == name)];
        cases.ShouldNotBeEmpty();
        LabelVolume volume = ReferenceCase.Read(name);
        bool every = Environment.GetEnvironmentVariable(EveryVariable) is "1";
        foreach (ReferenceCase line in every ? cases : Sample(cases, volume))
        {
            double tolerance = every || volume.Extent.Count <= Large ? Finest : Usual;
            ConductionResult result = ConductionSolver.Solve(
                line.Problem(volume), new ConductionOptions { Axes = [line.Axis], Tolerance = tolerance });

            DirectionResult found = result.Directions[0];
            bool connected = line.Expected > NothingButResidual;
            double error = connected ? (found.Conductivity / line.Expected) - 1.0 : found.Conductivity;
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-13} {line.Conductivities + line.Extra,-22} {(char)('x' + line.Axis)} {(line.IsPeriodic ? "periodic" : "no flux"),-9} expected {line.Expected,-16:G10} ours {found.Conductivity,-16:G10} error {error:e1} in {found.Iterations} iterations"));
            Math.Abs(error).ShouldBeLessThan(tolerance);
            found.Conductivity.ShouldBe(Table.Value[Key(line)], (tolerance * found.Conductivity) + double.Epsilon);
            (found.Reason is null).ShouldBe(connected);
            found.Converged.ShouldBeTrue();
            found.ConnectedFraction.ShouldBe(line.Active, 1e-6);
            double flux = Math.Max(Math.Abs(found.ConductivityIn - found.Conductivity), Math.Abs(found.ConductivityOut - found.Conductivity));
            flux.ShouldBeLessThanOrEqualTo(1.001 * tolerance * found.Conductivity);
        }
    }

    [Fact]
    public void Table_InTheDocumentation_HoldsEveryReference()
    {
        ImmutableArray<ReferenceCase> cases = ReferenceCase.All();

        Table.Value.Count.ShouldBe(cases.Length);
        foreach (ReferenceCase line in cases)
        {
            double expected = line.Expected > NothingButResidual ? line.Expected : 0.0;
            Table.Value[Key(line)].ShouldBe(expected, (Finest * expected) + double.Epsilon, Key(line));
        }
    }

    private static string Key(ReferenceCase line) =>
        string.Join('|', line.Volume, line.Conductivities + line.Extra, (char)('x' + line.Axis), line.IsPeriodic ? "periodic" : "no flux");

    private static ImmutableDictionary<string, double> ReadTable()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadLines(Path.Combine(folder.FullName, "docs", "structure-references.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 9 && double.TryParse(cells[6], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .ToImmutableDictionary(cells => string.Join('|', cells[1..5]), cells => double.Parse(cells[6], CultureInfo.InvariantCulture));
    }

    /// <summary>Takes one line per set of conductivities, so that the daily run stays short; large volumes give one in all.</summary>
    private static IEnumerable<ReferenceCase> Sample(ImmutableArray<ReferenceCase> cases, LabelVolume volume) =>
        volume.Extent.Count > Large
            ? cases.Take(1)
            : cases.GroupBy(line => (line.Conductivities, line.Extra)).Select((group, index) => group.ElementAt(index % group.Count()));
}
