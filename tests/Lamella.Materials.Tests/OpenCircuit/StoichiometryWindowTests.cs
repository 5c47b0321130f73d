using FsCheck;
using FsCheck.Fluent;
using Lamella.Materials.Electrodes;
using Lamella.Materials.OpenCircuit;

namespace Lamella.Materials.Tests.OpenCircuit;

public sealed class StoichiometryWindowTests
{
    private const double Faraday = 96485.33212331001;
    private const double T = 298.15;

    private static double MilliampereHoursPerGram(double value) => value * 3600.0;

    [Fact]
    [Trait("Level", "property")]
    public void Find_AnyCapacityAndCutOffs_HoldsTheCapacityToRoundOff() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            ArbMap.Default.ArbFor<NormalFloat>(),
            (a, b) =>
            {
                double capacity = MilliampereHoursPerGram(100.0 + (150.0 * Fraction(a.Get)));
                double upper = 4.0 + (0.5 * Fraction(b.Get));
                StoichiometryWindow window = StoichiometryWindow.Find(TestMaterials.Ncm811, 3.6, upper, T, capacity);

                double held = Faraday * window.MaximumConcentration * (window.Discharged - window.Charged)
                    / TestMaterials.Ncm811.CrystalDensity;
                return Math.Abs(held - capacity) <= 1e-12 * capacity
                    && Math.Abs(Potential(TestMaterials.Ncm811, window.Charged) - upper) < 1e-12
                    && Math.Abs(Potential(TestMaterials.Ncm811, window.Discharged) - 3.6) < 1e-12;
            }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Level", "identity")]
    public void Find_WithoutCapacity_ReturnsTheCapacityOfItsOwnBalance()
    {
        StoichiometryWindow window = StoichiometryWindow.Find(TestMaterials.Nmc532, 3.5, 4.2, T);

        window.MaximumConcentration.ShouldBe(48230.0);
        window.IsRenormalised.ShouldBeFalse();
        double held = Faraday * 48230.0 * (window.Discharged - window.Charged) / TestMaterials.Nmc532.CrystalDensity;
        window.SpecificCapacity.ShouldBe(held, 1e-12 * held);
        StoichiometryWindow again = StoichiometryWindow.Find(TestMaterials.Nmc532, 3.5, 4.2, T, window.SpecificCapacity);
        again.MaximumConcentration.ShouldBe(48230.0, 1e-9);
    }

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(null)]
    [InlineData(150.0)]
    [InlineData(207.0)]
    public void WithCapacity_AnyCapacity_EqualsAFreshSearch(double? capacity)
    {
        double? specific = capacity is { } value ? MilliampereHoursPerGram(value) : null;
        StoichiometryWindow fresh = StoichiometryWindow.Find(TestMaterials.Ncm811, 2.8, 4.35, T, specific);

        StoichiometryWindow changed = StoichiometryWindow
            .Find(TestMaterials.Ncm811, 2.8, 4.35, T, MilliampereHoursPerGram(180.0))
            .WithCapacity(TestMaterials.Ncm811, specific);

        (changed.Charged, changed.Discharged, changed.MaximumConcentration, changed.SpecificCapacity)
            .ShouldBe((fresh.Charged, fresh.Discharged, fresh.MaximumConcentration, fresh.SpecificCapacity));
        (changed.IsRenormalised, changed.ExceedsSites, changed.IsExtrapolated)
            .ShouldBe((fresh.IsRenormalised, fresh.ExceedsSites, fresh.IsExtrapolated));
        changed.Notes.ShouldBe(fresh.Notes);
        Should.Throw<ArgumentException>(() => changed.WithCapacity(TestMaterials.Ncm811, MilliampereHoursPerGram(400.0)))
            .Message.ShouldContain("impossible");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_Chen2020WithoutCapacity_RenormalisesToTheCrystal()
    {
        StoichiometryWindow window = StoichiometryWindow.Find(TestMaterials.Ncm811, 2.8, 4.3, T);

        window.IsRenormalised.ShouldBeTrue();
        (window.MaximumConcentration * window.Discharged).ShouldBe(49137.0, 1e-9);
        window.Notes.ShouldContain(note => note.Contains("63104") && note.Contains("49137") && note.Contains("artefact"));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_LowerCutOffBelowAFullHost_EndsByFillingAndSaysSo()
    {
        StoichiometryWindow window =
            StoichiometryWindow.Find(TestMaterials.Ncm811, 2.8, 4.35, T, MilliampereHoursPerGram(207.1));

        window.Discharged.ShouldBe(0.995);
        window.IsExtrapolated.ShouldBeTrue();
        window.ExceedsSites.ShouldBeFalse();
        window.Notes.ShouldContain(note => note.Contains("host is full") && note.Contains("2.8 V"));
        window.Notes.ShouldContain(note => note.Contains("extrapolated"));
        window.Notes.ShouldContain(note => note.Contains("above the 49137 lithium sites"));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_UpperCutOffAboveAnEmptyHost_EndsByEmptyingAndSaysSo()
    {
        StoichiometryWindow window =
            StoichiometryWindow.Find(TestMaterials.Lfp, 2.6, 4.2, T, MilliampereHoursPerGram(157.0));

        window.Charged.ShouldBe(0.001);
        window.Notes.ShouldContain(note => note.Contains("host is empty"));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_LcoTo445Volts_IsFiniteMonotoneAndFlaggedAsExtrapolation()
    {
        StoichiometryWindow window =
            StoichiometryWindow.Find(TestMaterials.Lco, 2.8, 4.45, 303.15, MilliampereHoursPerGram(165.1));

        window.Charged.ShouldBe(0.40082, 1e-5);
        window.Discharged.ShouldBe(0.88323, 1e-5);
        window.IsExtrapolated.ShouldBeTrue();
        double previous = double.PositiveInfinity;
        for (int k = 0; k <= 5000; k++)
        {
            double u = Potential(TestMaterials.Lco, window.Charged + ((window.Discharged - window.Charged) * k / 5000.0));
            u.ShouldBeLessThan(previous);
            previous = u;
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_MoreLithiumThanTheStretchedPotentialHasSites_IsFlagged()
    {
        // 144 mAh/g between 3.0 and 4.2 V is 0.526 lithium per formula unit; the stretched U(x) offers 0.425.
        StoichiometryWindow window =
            StoichiometryWindow.Find(TestMaterials.Lco, 3.0, 4.2, T, MilliampereHoursPerGram(144.08));

        window.ExceedsSites.ShouldBeTrue();
        (window.MaximumConcentration * (window.Discharged - window.Charged)).ShouldBeLessThan(51599.0);
        window.Notes.ShouldContain(note => note.Contains("exceeds the 51599 lithium sites"));
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(300.0)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void Find_ImpossibleCapacity_ThrowsWithTheTheoreticalOne(double milliampereHoursPerGram)
    {
        ArgumentException error = Should.Throw<ArgumentException>(() => StoichiometryWindow.Find(
            TestMaterials.Ncm811, 3.6, 4.2, T, MilliampereHoursPerGram(milliampereHoursPerGram)));

        error.Message.ShouldContain("275.5 mAh/g");
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(3.0, 4.8, "upper")]
    [InlineData(2.0, 4.2, "lower")]
    [InlineData(4.55, 4.6, "upper")]
    public void Find_CutOffBeyondTheCurve_ThrowsWithTheReachableRange(double lower, double upper, string which)
    {
        ArgumentException error =
            Should.Throw<ArgumentException>(() => StoichiometryWindow.Find(TestMaterials.Lco, lower, upper, T));

        error.Message.ShouldContain($"The {which} cut-off");
        error.Message.ShouldContain("x = 0.885");
        error.Message.ShouldContain("x = 0.395");
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(4.2, 3.0)]
    [InlineData(3.5, 3.5)]
    [InlineData(double.NaN, 4.2)]
    public void Find_CutOffsInTheWrongOrder_Throws(double lower, double upper) =>
        Should.Throw<ArgumentException>(() => StoichiometryWindow.Find(TestMaterials.Lfp, lower, upper, T))
            .Message.ShouldContain("must be finite and lie below");

    [Fact]
    [Trait("Level", "unit")]
    public void Find_AcrossAPole_ThrowsBecauseTheCurveDoesNotFall()
    {
        ActiveMaterial careless = TestMaterials.Make("lco-ramadass2004", 5050.0, 51599.0, 51555.0, new(0.28, 0.88));

        Should.Throw<ArgumentException>(() => StoichiometryWindow.Find(careless, 3.6, 3.88, T))
            .Message.ShouldContain("does not fall");
    }

    private static double Fraction(double any)
    {
        double magnitude = Math.Abs(any);
        return magnitude / (1.0 + magnitude);
    }

    private static double Potential(ActiveMaterial material, double x) => material.OpenCircuitPotential.At(x, T);
}
