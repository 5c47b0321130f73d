using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Tests.Laws;

[Trait("Level", "unit")]
public sealed class TableLawTests
{
    private static readonly Source Test = Source.Assumption("test");
    private static readonly double[] X = [0.0, 0.1, 0.4, 0.5, 1.0];
    private static readonly double[] Y = [4.4, 4.0, 3.6, 3.59, 2.5];

    [Theory]
    [InlineData(TableInterpolation.Linear)]
    [InlineData(TableInterpolation.Monotone)]
    public void At_ThePointsOfTheTable_GivesThem(TableInterpolation how)
    {
        PropertyLaw law = PropertyLaws.Table(X, Y, how, Test);

        foreach ((double x, double y) in X.Zip(Y))
        {
            law.At(x, 298.15).ShouldBe(y, 1e-15);
        }
    }

    [Fact]
    public void Linear_BetweenAndBeyondThePoints_IsAStraightLine()
    {
        PropertyLaw law = PropertyLaws.Table(X, Y, TableInterpolation.Linear, Test);

        law.At(0.25, 298.15).ShouldBe(3.8, 1e-14);
        law.At(1.1, 298.15).ShouldBe(2.5 - 0.218, 1e-14);
        law.At(-0.1, 298.15).ShouldBe(4.8, 1e-14);
    }

    [Fact]
    public void Monotone_FallingTable_FallsEverywhereWithAContinuousSlope()
    {
        PropertyLaw law = PropertyLaws.Table(X, Y, TableInterpolation.Monotone, Test);
        double[] x = [.. Enumerable.Range(-50, 1101).Select(k => 1e-3 * k)];
        double[] value = new double[x.Length], slope = new double[x.Length];

        law.EvaluateWithSlope(x, 298.15, value, slope);

        slope.ShouldAllBe(s => s < 0.0);
        const double Step = 1e-7;
        for (int k = 0; k < x.Length; k++)
        {
            double difference = (law.At(x[k] + Step, 298.15) - law.At(x[k] - Step, 298.15)) / (2.0 * Step);
            slope[k].ShouldBe(difference, 2e-5, $"x = {x[k]}");
        }
    }

    [Fact]
    public void Monotone_PublishedNcm622_MeetsThePointsLeftOut()
    {
        // Every third point of the published table is shipped; these lie between them.
        PropertyLaw law = MaterialLibrary.LoadShipped().Get<ActiveMaterial>("ncm622-kremer2019").OpenCircuitPotential;

        foreach ((double x, double u) in new[]
        {
            (0.328282828282828, 4.39644765830068), (0.391919191919192, 4.23392517107541), (0.50505050505050, 4.00081060373859),
            (0.61111111111111, 3.84300942611191), (0.68888888888889, 3.76199175484031), (0.7949494949495, 3.69566821603546),
        })
        {
            law.At(x, 298.15).ShouldBe(u, 5e-5, $"x = {x}");
        }
    }

    [Theory]
    [InlineData(new double[] { 0.0 }, new double[] { 1.0 })]
    [InlineData(new double[] { 0.0, 1.0 }, new double[] { 1.0 })]
    [InlineData(new double[] { 0.0, 0.0 }, new double[] { 1.0, 2.0 })]
    [InlineData(new double[] { 0.0, 1.0 }, new double[] { 1.0, double.NaN })]
    public void Table_ThatIsNone_IsRefused(double[] x, double[] y) =>
        Should.Throw<ArgumentException>(() => PropertyLaws.Table(x, y, TableInterpolation.Linear, Test));

    [Theory]
    [InlineData("graphite-oregan2022", 0.3, 273.15)]
    [InlineData("graphite-mohtat2020", 0.5, 313.15)]
    [InlineData("lco-marquis2019", 0.6, 310.0)]
    public void EntropicCoefficient_OfAShippedSet_IsTheTemperatureSlopeOfItsPotential(string name, double x, double temperature)
    {
        ActiveMaterial material = MaterialLibrary.LoadShipped().Get<ActiveMaterial>(name);
        double entropy = material.EntropicCoefficient.ShouldNotBeNull().At(x, 298.15);

        material.OpenCircuitPotential.TemperatureSlope(x, temperature).ShouldBe(entropy, 1e-14);
        double shift = material.OpenCircuitPotential.At(x, temperature) - material.OpenCircuitPotential.At(x, 298.15);
        shift.ShouldBe((temperature - 298.15) * entropy, 1e-14);
    }

    [Fact]
    public void EntropicPotential_WithSlope_AgreesWithCentralDifferences()
    {
        PropertyLaw law = MaterialLibrary.LoadShipped().Get<ActiveMaterial>("graphite-oregan2022").OpenCircuitPotential;
        double[] x = [0.1, 0.2, 0.5, 0.8];
        double[] value = new double[4], slope = new double[4];

        law.EvaluateWithSlope(x, 313.15, value, slope);

        for (int k = 0; k < x.Length; k++)
        {
            value[k].ShouldBe(law.At(x[k], 313.15));
            slope[k].ShouldBe((law.At(x[k] + 1e-6, 313.15) - law.At(x[k] - 1e-6, 313.15)) / 2e-6, 1e-6);
        }
    }

    [Fact]
    public void Silicon_Branches_LieBelowAndAboveTheirMean()
    {
        ActiveMaterial silicon = MaterialLibrary.LoadShipped().Get<ActiveMaterial>("silicon-verbrugge2015");

        foreach (double x in (double[])[0.05, 0.3, 0.6, 0.95])
        {
            double lithiation = silicon.LithiationPotential.ShouldNotBeNull().At(x, 298.15);
            double delithiation = silicon.DelithiationPotential.ShouldNotBeNull().At(x, 298.15);
            lithiation.ShouldBeLessThan(delithiation);
            silicon.OpenCircuitPotential.At(x, 298.15).ShouldBe(0.5 * (lithiation + delithiation), 1e-15);
        }
    }
}
