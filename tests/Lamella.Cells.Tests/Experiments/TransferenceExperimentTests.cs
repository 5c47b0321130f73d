using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;
using Lamella.Core;

namespace Lamella.Cells.Tests.Experiments;

/// <summary>The Bruce-Vincent experiment returns 1/(1 + Ne), Ne = 2κRT(1−t₊)²χ/(F²Dc), in three electrolytes.</summary>
public sealed class TransferenceExperimentTests
{
    private const double Temperature = 298.15;
    private const double Salt = 1000.0;

    public static TheoryData<string, double, double, double, double, double> Electrolytes()
    {
        // Ideal dilute with D₊ = 1 and D₋ = 3 (times 1e-11 m2/s): Nernst-Einstein conductivity, Ne = t₋/t₊ = 3.
        const double cation = 1e-11, anion = 3e-11;
        double ideal = PhysicalConstants.Faraday * PhysicalConstants.Faraday * Salt * (cation + anion)
            / (PhysicalConstants.GasConstant * Temperature);
        return new()
        {
            { "ideal dilute", ideal, 2.0 * cation * anion / (cation + anion), 0.25, 1.0, 0.25 },
            { "Landesfeind EC:EMC", 0.913, 2.89e-10, 0.221, 2.18, 0.31 },
            { "Nyman", 0.9487, 1.7694e-10, 0.2594, 1.0, 0.39 },
        };
    }

    [Theory]
    [MemberData(nameof(Electrolytes))]
    [Trait("Level", "identity")]
    public void Run_ThreeElectrolytes_GiveTheNewmanNumber(
        string name, double conductivity, double diffusivity, double transference, double factor, double published)
    {
        CellDescription cell = Cell(conductivity, diffusivity, transference, factor);
        double newman = 2.0 * conductivity * PhysicalConstants.GasConstant * Temperature * Math.Pow(1.0 - transference, 2.0) * factor
            / (Math.Pow(PhysicalConstants.Faraday, 2.0) * diffusivity * Salt);

        ExperimentFindings findings = Run(cell, new CellOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 });

        double ratio = findings.Values[0].Value;
        ratio.ShouldBe(1.0 / (1.0 + newman), 0.005 / (1.0 + newman), name);
        ratio.ShouldBe(published, 0.01, name);
        findings.Notes.ShouldBeEmpty();
        findings.Values[3].Value.ShouldBe(findings.Values[4].Value, 1e-3 * findings.Values[4].Value);
    }

    /// <summary>κ ∝ c makes the steady profile exact on no mesh: the ratio converges at second order.</summary>
    [Fact]
    [Trait("Level", "order")]
    public void Run_RefinedMesh_ConvergesAtSecondOrder()
    {
        CellDescription cell = Cell(0.1, 1e-10, 0.3, 1.0);
        var layer = (BinaryLayer)cell.Layers[0];
        cell = cell with { Layers = [layer with { Diffusivity = ReferenceCells.Linear(2e-11, 8e-14), TransferenceNumber = ReferenceCells.Linear(0.1, 2e-4) }] };
        double[] ratios =
        [
            .. new[] { 8, 16, 32, 64 }.Select(cells => Run(
                cell, new CellOptions { CellsPerLayer = cells, LayerGrading = 0.0, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11 }, 0.2).Values[2].Value),
        ];

        Math.Log2(Math.Abs((ratios[0] - ratios[1]) / (ratios[1] - ratios[2]))).ShouldBe(2.0, 0.25);
        Math.Log2(Math.Abs((ratios[1] - ratios[2]) / (ratios[2] - ratios[3]))).ShouldBe(2.0, 0.25);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_CellWithDoubleLayers_GivesTheSameRatio()
    {
        CellDescription plain = Cell(0.913, 2.89e-10, 0.221, 2.18);
        CellDescription charged = plain with
        {
            Negative = ReferenceCells.Foil(50.0, film: 2e-4) with { DoubleLayerCapacitance = 0.1, FilmCapacitance = 0.02 },
            Positive = ReferenceCells.Foil(50.0, film: 2e-4) with { DoubleLayerCapacitance = 0.1, FilmCapacitance = 0.02 },
        };
        plain = plain with { Negative = ReferenceCells.Foil(50.0, film: 2e-4), Positive = ReferenceCells.Foil(50.0, film: 2e-4) };

        double without = Run(plain, null).Values[0].Value, with = Run(charged, null).Values[0].Value;

        with.ShouldBe(without, 0.005 * without);
    }

    private static CellDescription Cell(double conductivity, double diffusivity, double transference, double factor) =>
        ReferenceCells.Symmetric(ReferenceCells.Binary("electrolyte", 100e-6, conductivity, diffusivity, transference) with
        {
            ThermodynamicFactor = ReferenceCells.Constant(factor),
        });

    private static ExperimentFindings Run(CellDescription cell, CellOptions? options, double voltage = 0.01) => ExperimentRunner.Run(
        new BruceVincent { Voltage = voltage }, cell, Temperature, options, cancellation: TestContext.Current.CancellationToken).Findings;
}
