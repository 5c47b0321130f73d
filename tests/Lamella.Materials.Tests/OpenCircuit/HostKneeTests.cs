using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Tests.OpenCircuit;

public sealed class HostKneeTests
{
    private const double Temperature = 298.15;

    [Theory]
    [InlineData("ncm811-chen2020", 2.8, 4.35)]
    [InlineData("lfp-afshar2017", 2.5, 4.0)]
    [Trait("Level", "identity")]
    public void Continue_FormThatEndsBeforeTheCutOff_ReachesItAtTheEndOfTheWindow(string name, double lower, double upper)
    {
        (PropertyLaw published, PropertyLaw continued, StoichiometryWindow window) = Make(name, lower, upper, out string? note);

        note.ShouldNotBeNull().ShouldContain("assumed");
        continued.At(window.Charged, Temperature).ShouldBe(upper, 2e-3);
        continued.At(window.Discharged, Temperature).ShouldBe(lower, 2e-3);
        double middle = 0.5 * (window.Charged + window.Discharged);
        continued.At(middle, Temperature).ShouldBe(published.At(middle, Temperature), 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Continue_FormThatReachesBothCutOffs_StaysAsPublished()
    {
        (PropertyLaw published, PropertyLaw continued, _) = Make("nmc532-xu2019", 3.5, 4.2, out string? note);

        note.ShouldBeNull();
        continued.ShouldBeSameAs(published);
    }

    [Fact]
    [Trait("Level", "reference")]
    public void EvaluateWithSlope_NearTheEnds_MatchesCentralDifferencesAndFalls()
    {
        (_, PropertyLaw continued, StoichiometryWindow window) = Make("lfp-afshar2017", 2.5, 4.0, out _);
        double[] x = [window.Charged, window.Charged + 0.004, 0.3, 0.97, window.Discharged - 0.004, window.Discharged];
        double[] value = new double[x.Length], slope = new double[x.Length];

        continued.EvaluateWithSlope(x, Temperature, value, slope);

        for (int i = 0; i < x.Length; i++)
        {
            const double step = 1e-6;
            double difference = (continued.At(x[i] + step, Temperature) - continued.At(x[i] - step, Temperature)) / (2.0 * step);
            slope[i].ShouldBe(difference, 1e-5 * Math.Max(1.0, Math.Abs(difference)));
            slope[i].ShouldBeLessThan(0.0);
        }
    }

    private static (PropertyLaw Published, PropertyLaw Continued, StoichiometryWindow Window) Make(
        string name, double lower, double upper, out string? note)
    {
        ActiveMaterial material = MaterialLibrary.LoadShipped().Get<ActiveMaterial>(name);
        StoichiometryWindow window = StoichiometryWindow.Find(material, lower, upper, Temperature, null);
        return (
            material.OpenCircuitPotential,
            HostKnee.Continue(material.OpenCircuitPotential, window, lower, upper, Temperature, out note),
            window);
    }
}
