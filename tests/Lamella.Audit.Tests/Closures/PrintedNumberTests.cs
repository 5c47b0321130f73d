using Lamella.Audit.Characteristics;
using Lamella.Audit.Closures;

namespace Lamella.Audit.Tests.Closures;

/// <summary>Numbers that stand in the physics of the product, computed again to their printed digits.</summary>
[Trait("Level", "published")]
public sealed class PrintedNumberTests
{
    private static readonly KnownMaterials Known = KnownMaterials.LoadShipped();

    /// <summary>LAGP: 1.29, 1.70 and 3.0 times its volume; about twice means 23 % of the last step.</summary>
    [Fact]
    public void VolumeLadder_OfLagp_IsPrintedDigits()
    {
        VolumeLadder ladder = VolumeLadder.Lagp;

        ladder.Steps[0].Ratio.ShouldBe(1.29, 0.005);
        ladder.Steps[1].Ratio.ShouldBe(1.70, 0.005);
        ladder.Steps[2].Ratio.ShouldBe(3.0, 0.05);
        (100.0 * ladder.Share(2.0)).ShouldBe(23.0, 0.5);
        ladder.Describe(2.0).ShouldBe("23 % of the step to Li3P and Li2O would give it.");
    }

    /// <summary>With the consumed lithium the couple shrinks by 35 % to 53 % of the volume of the solid.</summary>
    [Fact]
    public void VolumeLadder_WithConsumedLithium_Shrinks()
    {
        (100.0 * VolumeLadder.Lagp.ChangeWithLithium(0)).ShouldBe(-35.0, 0.5);
        (100.0 * VolumeLadder.Lagp.ChangeWithLithium(1)).ShouldBe(-53.0, 0.5);
    }

    /// <summary>4.85 µm per mAh/cm², 2.06 mAh/cm² in 10 µm, 161 cycles at 96.31 % and 0.348 mAh/cm².</summary>
    [Fact]
    public void LithiumBalance_OfThinLithium_IsPrintedDigits()
    {
        (1e6 * LithiumBalance.Thickness(36000.0)).ShouldBe(4.85, 0.005);
        (LithiumBalance.Charge(10e-6) / 36000.0).ShouldBe(2.06, 0.005);
        LithiumBalance.CyclesUntilUsedUp(LithiumBalance.Charge(10e-6), 0.348 * 36000.0, 0.9631).ShouldBe(161.0, 0.5);
    }

    [Theory]
    [InlineData("LATP", 0, 1, 2, 14.73)]
    [InlineData("LATP", 1, 0, 4, 20.89)]
    [InlineData("LATP", 1, 1, 3, 24.54)]
    [InlineData("LATP", 0, 2, 4, 29.70)]
    [InlineData("LATP", 1, 1, 6, 33.31)]
    [InlineData("LLZTO", 2, 1, 1, 16.78)]
    [InlineData("LLZTO", 3, 2, 1, 25.76)]
    [InlineData("LLZTO", 4, 2, 0, 30.90)]
    [InlineData("TiO2", 1, 1, 0, 27.43)]
    public void Lattice_Reflection_IsPrintedDigits(string material, int h, int k, int l, double printed)
    {
        double angle = Known.Find(material)!.Lattice!.Angle(h, k, l) * 180.0 / Math.PI;

        angle.ShouldBe(printed, 0.005);
    }

    /// <summary>Lithium carbonate is monoclinic: its strongest reflections near 21.3, 30.6 and 31.8 degrees (PDF 22-1141).</summary>
    [Theory]
    [InlineData(1, 1, 0, 21.3)]
    [InlineData(2, 0, -2, 30.6)]
    [InlineData(0, 0, 2, 31.8)]
    public void Lattice_LithiumCarbonate_DiffractsWhereItIsKnown(int h, int k, int l, double known) =>
        (Known.Find("Li2CO3")!.Lattice!.Angle(h, k, l) * 180.0 / Math.PI).ShouldBe(known, 0.1);

    [Fact]
    public void Lattice_LithiumFluoride111_Is2325() =>
        (1e10 * Known.Find("LiF")!.Lattice!.Spacing(1, 1, 1)).ShouldBe(2.325, 0.0005);

    [Theory]
    [InlineData("Li6.25La3Zr2AlxO12", 0.25)]
    [InlineData("Li7La3Zr2O12", null)]
    public void FormulaCharge_OfGarnets_IsNeutral(string formula, double? needed)
    {
        FormulaCharge charge = FormulaCharge.Of(formula).ShouldNotBeNull();

        if (needed is { } value)
        {
            charge.Needed.ShouldNotBeNull().ShouldBe(value, 1e-12);
        }
        else
        {
            charge.Sum.Low.ShouldBe(0.0, 1e-12);
        }
    }

    [Theory]
    [InlineData("not a formula")]
    [InlineData("Xx2O3")]
    [InlineData("")]
    public void FormulaCharge_OfNoFormula_IsNull(string text) => FormulaCharge.Of(text).ShouldBeNull();
}
