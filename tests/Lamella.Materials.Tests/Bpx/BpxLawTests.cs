using Lamella.Core.Provenance;
using Lamella.Materials.Bpx;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Tests.Bpx;

/// <summary>Laws in the form that BPX can hold.</summary>
public sealed class BpxLawTests
{
    private const double Temperature = 298.15;

    private static readonly string[] Sampled = ["lfp-regular-solution"]; // BPX has no logarithm

    public static TheoryData<string> Names => [.. ClosedForms.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Level", "contract")]
    public void Of_ClosedForm_IsAnExpressionWithTheSameValues(string name)
    {
        ClosedForm form = ClosedForms.Find(name).ShouldNotBeNull();
        PropertyLaw law = form.Create(Source.Assumption("test"));
        var inside = new ValidRange(Math.Max(form.ArgumentRange.Lower, 0.01), form.ArgumentRange.Upper);

        BpxLaw found = BpxLaw.Of(law, Temperature, inside);

        found.IsSampled.ShouldBe(Sampled.Contains(name), found.Function.ToString());
        double tolerance = found.IsSampled ? 1e-4 : 1e-12;
        for (int k = 1; k < 50; k++)
        {
            double x = inside.Lower + ((inside.Upper - inside.Lower) * k / 50.0), expected = law.At(x, Temperature);
            (found.Factor * found.Function.At(x)).ShouldBe(expected, tolerance * Math.Max(Math.Abs(expected), 1e-14), $"{name} at {x}");
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_ContinuedAndShiftedPotential_KeepsKneeAndShift()
    {
        ActiveMaterial material = MaterialLibrary.LoadShipped().Get<ActiveMaterial>("ncm811-chen2020");
        StoichiometryWindow window = StoichiometryWindow.Find(material, 3.0, 4.3, Temperature);
        PropertyLaw law = HostKnee.Continue(material.OpenCircuitPotential, window, 3.0, 4.3, Temperature, out _).ShiftedBy(2e-3);

        BpxLaw found = BpxLaw.Of(law, Temperature, new ValidRange(0.25, 0.995));

        found.IsSampled.ShouldBeFalse();
        found.Function.At(0.995).ShouldBe(3.002, 1e-9);
        found.Function.At(0.5).ShouldBe(law.At(0.5, Temperature), 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_Nyman_ReadsLikeThePublishedFormula() =>
        BpxLaw.Of(ClosedForms.Find("nyman2008-diffusivity")!.Create(Source.Assumption("test")), Temperature, new ValidRange(200, 2000))
            .Function.ToString().ShouldBe("((((x * 0.001) * 8.794E-11) - 3.972E-10) * (x * 0.001)) + 4.862E-10");
}
