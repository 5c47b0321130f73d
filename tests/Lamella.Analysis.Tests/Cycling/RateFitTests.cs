using System.Collections.Immutable;
using Lamella.Analysis.Cycling;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Common;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Cycling;

public sealed class RateFitTests
{
    private const double Capacity = 7.2; // [C]
    private static readonly ImmutableArray<double> Currents = [.. new[] { 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0 }.Select(rate => rate * Capacity / 3600.0)];

    /// <summary>Of the law alone: 1/e at R = 1/τ, 1 − (Rτ)ⁿ at low and 1/(2(Rτ)ⁿ) at high rates (Tian et al. 2019, eq. 2).</summary>
    [Theory]
    [Trait("Level", "identity")]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Share_AtItsLimits_IsTheStatedOne(double exponent)
    {
        RateLaw.Share(1.0, exponent).ShouldBe(Math.Exp(-1.0), 1e-14);
        RateLaw.Share(1e-12, exponent).ShouldBe(1.0 - Math.Pow(1e-12, exponent), 1e-14);
        RateLaw.Share(1e12, exponent).ShouldBe(0.5 * Math.Pow(1e-12, exponent), 1e-5 * Math.Pow(1e-12, exponent));
        double below = RateLaw.Share(Math.Pow(0.01, -1.0 / exponent) * (1.0 + 1e-12), exponent), above = RateLaw.Share(Math.Pow(0.01, -1.0 / exponent) * (1.0 - 1e-12), exponent);
        (above / below).ShouldBe(1.0, 1e-9); // where the series begins
    }

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(0.05, 0.5)]
    [InlineData(1.0, 1.0)]
    [InlineData(30.0, 0.7)]
    [InlineData(0.4, 1.5)]
    public void Capacity_AtTheCurrentOfARate_IsThatOfTheLaw(double product, double exponent)
    {
        const double time = 600.0;
        double wanted = Capacity * RateLaw.Share(product, exponent), current = product / time * wanted;

        RateLaw.Capacity(current, Capacity, time, exponent)!.Value.ShouldBe(wanted, 1e-10 * wanted);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Capacity_BeyondTheLargestCurrentOfASteepLaw_IsNone()
    {
        RateLaw.Capacity(1e3, Capacity, 600.0, 1.5).ShouldBeNull();
        RateLaw.Capacity(1e3, Capacity, 600.0, 0.7).ShouldNotBeNull();
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(300.0, 0.5)]
    [InlineData(1200.0, 0.8)]
    [InlineData(120.0, 1.0)]
    public void Run_ExactCapacities_FindsTheLaw(double time, double exponent)
    {
        RateLawResult law = RateFit.Run(Currents, [.. Currents.Select(current => RateLaw.Capacity(current, Capacity, time, exponent)!.Value)]);

        law.IsDetermined.ShouldBeTrue();
        law.LowRateCapacity.Value.ShouldBe(Capacity, 1e-4 * Capacity);
        law.CharacteristicTime.Value.ShouldBe(time, 1e-3 * time);
        law.Exponent.Value.ShouldBe(exponent, 1e-3);
        law.At(Currents[4])!.Value.Value.ShouldBe(RateLaw.Capacity(Currents[4], Capacity, time, exponent)!.Value, 1e-5 * Capacity);
    }

    [Theory]
    [Trait("Level", "property")]
    [InlineData(900.0, 0.6)]
    [InlineData(150.0, 0.95)]
    public void Run_SeededRepeats_IntervalsCoverTimeAndCapacities(double time, double exponent)
    {
        int repeats = Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? 1000 : 300, times = 0, capacities = 0;
        double[] truth = [.. Currents.Select(current => RateLaw.Capacity(current, Capacity, time, exponent)!.Value)];
        var generator = new SeededGenerator(20261121);
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            RateLawResult law = RateFit.Run(Currents, [.. truth.Select(capacity => capacity + (0.005 * Capacity * generator.NextNormal()))]);
            times += law.TimeLow <= time && time <= law.TimeHigh ? 1 : 0;
            double student = Analysis.Impedance.Fitting.StudentQuantile.TwoSided95(law.Freedom);
            capacities += law.At(Currents[5]) is { } there && Math.Abs(there.Value - truth[5]) <= student * there.Uncertainty ? 1 : 0;
        }

        double scatter = repeats < 1000 ? 2.0 * Math.Sqrt(0.95 * 0.05 / repeats) : 0.0;
        ((double)times / repeats).ShouldBeInRange(0.92 - scatter, 0.98 + scatter);
        ((double)capacities / repeats).ShouldBeInRange(0.92 - scatter, 0.98 + scatter);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_CapacityThatHardlyFalls_DoesNotDetermineATime()
    {
        var generator = new SeededGenerator(2);

        RateLawResult law = RateFit.Run(Currents, [.. Currents.Select(_ => Capacity * (1.0 + (0.005 * generator.NextNormal())))]);

        law.IsDetermined.ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_BadInput_SaysWhatIsWrong()
    {
        Should.Throw<ArgumentException>(() => RateFit.Run([1.0, 2.0, 3.0], [1.0, 1.0, 1.0])).Message.ShouldContain("at least 4 different currents");
        Should.Throw<ArgumentException>(() => RateFit.Run([1.0, 1.0, 2.0, 3.0], [1.0, 1.0, 1.0, 1.0])).Message.ShouldContain("at least 4 different currents");
        Should.Throw<ArgumentException>(() => RateFit.Run([1.0, 2.0, 3.0, 4.0], [1.0, 1.0, 0.0, 1.0])).Message.ShouldContain("above 0 and finite");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Technique_RateTest_GivesTimeExponentAndAFigureWithTheLaw()
    {
        AnalysisOutcome outcome = Analyse(Currents.Length, 900.0);

        FoundQuantity time = outcome.Quantities.Single(quantity => quantity.Key == "rate_characteristic_time");
        time.Value.In("min").Value.ShouldBe(15.0, 0.05);
        outcome.Quantities.Single(quantity => quantity.Key == "rate_exponent").Value.Value.ShouldBe(0.7, 0.01);
        outcome.Figures.Single(figure => figure.Title == "Rate capability").Curves.Length.ShouldBe(3);
        outcome.Warnings.ShouldNotContain(warning => warning.Code.StartsWith("rate-law"));
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(3, 900.0, "rate-law-too-few")]
    [InlineData(8, 0.2, "rate-law-not-determined")]
    public void Technique_DoubtfulRateTest_IsNamed(int rates, double time, string code)
    {
        AnalysisOutcome outcome = Analyse(rates, time);

        outcome.Warnings.ShouldContain(warning => warning.Code == code);
        outcome.Quantities.ShouldNotContain(quantity => quantity.Key == "rate_characteristic_time");
    }

    private static AnalysisOutcome Analyse(int rates, double time)
    {
        var generator = new SeededGenerator(1);
        TimeSeries series = Records.HalfCycles(Currents.Take(rates).SelectMany(current =>
        {
            double capacity = RateLaw.Capacity(current, Capacity, time, 0.7)!.Value * (1.0 + (1e-4 * generator.NextNormal()));
            return new (double, double, Func<double, double>)[] { (current, capacity / current, x => 3.5 + (0.2 * x)), (-current, capacity / current, x => 3.5 - (0.2 * x)) };
        }));
        var technique = new CyclingTechnique();
        return technique.Run([NamedMeasurement.Of("x", series)], TechniqueSettings.For(technique));
    }
}
