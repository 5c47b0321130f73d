using System.Collections.Immutable;
using Lamella.Analysis.Conductivity;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Tests.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Tests.Conductivity;

[Trait("Level", "unit")]
public sealed class ConductivityTests
{
    private static readonly SampleGeometry Pellet = SampleGeometry.OfDisc(Quantity.Parse("1.0 ± 0.01 mm"), Quantity.Parse("10 ± 0.05 mm"));

    /// <summary>A worked example with a stated answer: shared/reference/impedance/f_methods, "conductivity".</summary>
    [Fact]
    public void FromResistance_WorkedExample_HasItsDigits()
    {
        var geometry = SampleGeometry.OfDisc(Quantity.Parse("0.052 ± 0.001 cm"), Quantity.Parse("1.3 ± 0.01 cm"));

        SampleConductivity found = ConductivityAnalysis.FromResistance(Quantity.Parse("47.3 ± 0.6 ohm"), geometry, ReferenceState.Pellet, 298.15);

        found.Value.In("S/cm").Value.ShouldBe(0.0008282579572191658, 1e-18);
        found.Value.In("S/cm").Uncertainty.ShouldBe(2.294465649662736e-05, 1e-19);
        found.ResistanceShare.ShouldBe(0.20967581152233034, 1e-12);
        found.ThicknessShare.ShouldBe(0.48190499297418904, 1e-12);
        found.AreaShare.ShouldBe(0.3084191955034809, 1e-12);
        found.Value.State.ShouldBe(ReferenceState.Pellet);
        found.Value.Temperature.ShouldBe(298.15);
    }

    [Fact]
    public void Run_BlockingPellet_FindsBulkBoundaryAndElectrode()
    {
        // Cell constant 12.7 1/m: bulk ε = 10/… → 1e-12 F/cm is 7.9e-12 F here; boundaries 1e-10 F/cm; electrode 1e-5 F.
        ConductivityResult result = Analyse("p(R1,CPE1)-p(R2,CPE2)-CPE3", [1000.0, 1.6e-11, 0.98, 3000.0, 1e-9, 0.95, 1e-5, 0.9], 1e8, 1.0);

        result.Contributions.Select(one => one.Kind).ShouldBe([ContributionKind.Bulk, ContributionKind.GrainBoundary]);
        result.Bulk!.Resistance.Value.ShouldBe(1000.0, 20.0);
        result.Total!.Resistance.Value.ShouldBe(4000.0, 20.0);
        result.Total.Value.InSi.ShouldBe(Pellet.CellConstant / 4000.0, 0.01 * Pellet.CellConstant / 4000.0);
        result.Bulk.Value.State.ShouldBe(ReferenceState.BulkPhase);
        result.Total.Value.State.ShouldBe(ReferenceState.Pellet);
        result.Warnings.ShouldNotContain(warning => warning.Code == "bulk-or-boundary");
        result.Total.ThicknessShare.ShouldBeGreaterThan(0.4);
    }

    /// <summary>The lower minimum of −Z″ lies between bulk and boundaries here: the total, which is right, is not doubted for it; one without the boundaries is.</summary>
    [Theory]
    [InlineData(ContributionKind.GrainBoundary, false)]
    [InlineData(ContributionKind.Electrode, true)]
    public void Run_TwoArcsBeforeATail_DoubtsOnlyATotalThatThePlotContradicts(ContributionKind second, bool isDoubted)
    {
        var circuit = Circuit.Parse("p(R1,CPE1)-p(R2,CPE2)-CPE3");
        Spectrum spectrum = Spectrum(circuit, [3330.0, 3e-11, 1.0, 16500.0, 5.5e-9, 0.9, 5e-6, 0.9], 1e7, 1.0);
        var options = new ConductivityOptions { Assignments = ImmutableDictionary<string, ContributionKind>.Empty.Add("R2", second) };

        ConductivityResult result = ConductivityAnalysis.Run(CircuitFit.Run(circuit, spectrum), Pellet, options);

        result.Warnings.Any(warning => warning.Code == "differs-from-plot").ShouldBe(isDoubted);
    }

    [Fact]
    public void Run_ReversibleElectrodes_LeavesTheInterfaceOut()
    {
        ConductivityResult result = Analyse("R0-p(R1,CPE1)-p(R2,CPE2)", [40.0, 60.0, 3e-9, 0.9, 500.0, 4e-6, 0.8], 3e7, 0.1);

        result.Contributions.Select(one => one.Kind).ShouldBe([ContributionKind.Bulk, ContributionKind.GrainBoundary, ContributionKind.Electrode]);
        result.Total!.Resistance.Value.ShouldBe(100.0, 3.0);
    }

    [Fact]
    public void Run_LadderOfBulkAndInterface_FindsTheBulkInside()
    {
        ConductivityResult result = Analyse("p(C1,R1-p(CPE1,R2-Ws1))", [2e-11, 1500.0, 5e-5, 0.85, 500.0, 1936.0, 10.0], 1e7, 0.01);

        result.Contributions.Select(one => (one.Parameter, one.Kind)).ShouldBe([("R1", ContributionKind.Bulk), ("R2", ContributionKind.Electrode)]);
        result.Total!.Resistance.Value.ShouldBe(1500.0, 10.0);
    }

    [Fact]
    public void Run_SeriesResistorBeforeABulkArc_IsLeads() =>
        Analyse("R0-p(R1,CPE1)-CPE2", [5.0, 1000.0, 1.6e-11, 0.97, 1e-5, 0.9], 1e8, 1.0)
            .Contributions.Select(one => one.Kind).ShouldBe([ContributionKind.Leads, ContributionKind.Bulk]);

    [Fact]
    public void Run_StatedAssignment_IsTaken()
    {
        Circuit circuit = Circuit.Parse("R0-p(R1,CPE1)-CPE2");
        CircuitFitResult fit = CircuitFit.Run(circuit, Spectrum(circuit, [40.0, 60.0, 3e-9, 0.9, 4e-6, 0.9], 3e7, 1.0));
        var options = new ConductivityOptions
        {
            Assignments = ImmutableDictionary<string, ContributionKind>.Empty.Add("R1", ContributionKind.Electrode),
            TotalState = ReferenceState.EffectiveInHost,
            Temperature = 313.15,
        };

        ConductivityResult result = ConductivityAnalysis.Run(fit, Pellet, options);

        result.Total!.Resistance.Value.ShouldBe(40.0, 1.0);
        result.Total.Value.State.ShouldBe(ReferenceState.EffectiveInHost);
        result.GrainBoundary.ShouldBeNull();
        Should.Throw<InputException>(() => ConductivityAnalysis.Run(fit, Pellet, options with { Assignments = options.Assignments.Add("R7", ContributionKind.Bulk) }))
            .Message.ShouldContain("there is no resistance 'R7'");
    }

    [Fact]
    public void Run_TotalOfOverlappingArcs_IsKnownBetterThanEach()
    {
        ConductivityResult result = Analyse("p(R1,CPE1)-p(R2,CPE2)-CPE3", [1000.0, 1.2e-11, 0.9, 1500.0, 1.2e-10, 0.85, 1e-5, 0.9], 1e8, 1.0);

        result.Total!.Resistance.Uncertainty.ShouldBeLessThan(0.5 * result.Bulk!.Resistance.Uncertainty);
    }

    [Fact]
    public void Run_NoResistance_SaysSo()
    {
        ConductivityResult result = Analyse("CPE1", [1e-6, 0.9], 1e4, 1.0);

        result.Total.ShouldBeNull();
        result.Warnings.ShouldContain(warning => warning.Code == "no-electrolyte");
    }

    [Theory]
    [InlineData("0 mm", "10 mm", "the thickness of the sample is 0 mm")]
    [InlineData("1 mm", "10 mm2", "the diameter of the sample is 10 mm2")]
    [InlineData("1", "10 mm", "the thickness of the sample is 1")]
    public void OfDisc_QuantityOutOfRange_SaysWhatIsAllowed(string thickness, string diameter, string problem) =>
        Should.Throw<InputException>(() => SampleGeometry.OfDisc(Quantity.Parse(thickness), Quantity.Parse(diameter))).Message.ShouldContain(problem);

    [Fact]
    public void FromResistance_NoResistance_IsRefused() =>
        Should.Throw<InputException>(() => ConductivityAnalysis.FromResistance(Quantity.Parse("0 ohm"), Pellet, ReferenceState.Cell)).Message.ShouldContain("the resistance is 0 ohm");

    private static Spectrum Spectrum(Circuit circuit, double[] values, double fastest, double slowest) =>
        SyntheticSpectra.Make(circuit, [.. values], SyntheticSpectra.Frequencies(fastest, slowest, 80), 0.002);

    private static ConductivityResult Analyse(string text, double[] values, double fastest, double slowest)
    {
        var circuit = Circuit.Parse(text);
        return ConductivityAnalysis.Run(CircuitFit.Run(circuit, Spectrum(circuit, values, fastest, slowest)), Pellet);
    }
}
