using Lamella.Audit.Characteristics;
using Lamella.Audit.Closures;
using Lamella.Core;
using Lamella.Interfaces.Interphases;
using Lamella.Transport.Composition;
using Lamella.Transport.Processing;

namespace Lamella.UseCases.Tests.Printed;

/// <summary>Sections 2, 3 and 6 of PHYSICS.md: how things are made, what they turn into, and where they diffract.</summary>
internal static class PrintedMaking
{
    private const double Latp = 2940.0, Llzto = 5500.0; // [kg/m³]
    private const double Day = 86400.0, Hour = 3600.0; // [s]
    private const double Litre = 1000.0; // [mol/m³] in 1 mol/L

    /// <summary>5:1 (EC/DMC):PEGDA by mass, 2.3 mol LiDFOB (143.77 g/mol) per litre of solvent of 1.2 kg/L.</summary>
    private static readonly GelRecipe Pedl = new(0.2, 2.3 * Litre, 0.14377, 1200.0);

    internal static IEnumerable<PrintedNumber> All() => [.. Firing(), .. Closures(), .. Curing(), .. Filling(), .. Lithium(), .. Growth(), .. Ladder(), .. Diffraction()];

    private static IEnumerable<PrintedNumber> Firing()
    {
        double hot = 1100.0 + PhysicalConstants.ZeroCelsius, mild = 900.0 + PhysicalConstants.ZeroCelsius;
        PrintedNumber Equivalent(string what, string printed, double energy) =>
            new("2", $"15 s at 1100 °C are at 900 °C, {what} [s]", printed, "FiringEquivalence.Time", FiringEquivalence.Time(15.0, hot, mild, energy));
        yield return new("2", "power that a face radiates at 1100 °C, ε = 0.9 [W/cm²]", "18.1", "RadiativeLoss.PowerPerArea", 1e-4 * RadiativeLoss.PowerPerArea(hot, 298.0, 0.9));
        yield return Equivalent("220 kJ/mol", "4.0e2", 220e3);
        yield return Equivalent("350 kJ/mol", "2.79e3", 350e3);
        yield return Equivalent("450 kJ/mol", "1.243e4", 450e3);
        yield return new("2", "advantage of 350 over 220 kJ/mol", "7", "FiringEquivalence.Advantage", FiringEquivalence.Advantage(350e3, 220e3, hot, mild));
        yield return new("2", "advantage of 450 over 220 kJ/mol", "31", "FiringEquivalence.Advantage", FiringEquivalence.Advantage(450e3, 220e3, hot, mild));
    }

    private static IEnumerable<PrintedNumber> Closures()
    {
        yield return new("2", "size of 1.339 m²/g [µm]", "1.52", "PowderSize.Diameter", 1e6 * PowderSize.Diameter(1339.0, Latp));
        yield return new("2", "size of 2.718 m²/g [µm]", "0.75", "PowderSize.Diameter", 1e6 * PowderSize.Diameter(2718.0, Latp));
        foreach ((double density, string burnt, string green) in new[] { (1210.0, "0.405", "0.208"), (1130.0, "0.422", "0.185") })
        {
            double share = PoreFormer.FormerFraction(20.0 / 3.0, Llzto, density);
            yield return new("2", FormattableString.Invariant($"burn-out of 20:3 LLZTO to PEO of {density / 1000.0:F2} g/cm³"), burnt, "PoreFormer.FormerFraction", share);
            yield return new("2", $"green porosity that 52.9 % needs with a burn-out of {burnt}", green, "PoreFormer.GreenPorosity", PoreFormer.GreenPorosity(0.529, share, 0.0));
        }

        foreach ((double density, string printed) in new[] { (1300.0, "80.5"), (1200.0, "82"), (1400.0, "79") })
        {
            yield return new("2", FormattableString.Invariant($"LLZTO of 47.1 vol% with gel of {density / 1000.0:F1} g/cm³ in 48.3 vol% [wt%]"), printed, "MassAndVolume.MassFractions", 100.0 * MassAndVolume.MassFractions([0.471, 0.483], [Llzto, density])[0]);
        }

        (double solvent, double solids) = Pedl.MassSteps(0.815);
        yield return new("2", "mass step of EC/DMC that the recipe predicts [%]", "12.5", "GelRecipe.MassSteps", 100.0 * solvent) { Remark = "solvent of 1.2 g/cm³" };
        yield return new("2", "mass step of PEGDA and LiDFOB [%]", "6.0", "GelRecipe.MassSteps", 100.0 * solids);
    }

    private static IEnumerable<PrintedNumber> Curing()
    {
        double polymer = Pedl.MassFractions[1];
        double initiator = MassAndVolume.Concentration(0.01 * polymer, 1300.0, 0.16421);
        yield return new("2", "initiator of PEDL [mol/L]", "0.011", "MassAndVolume.Concentration", initiator / Litre) { Remark = "1 wt% AIBN (164.21 g/mol) of the PEGDA, gel of 1.3 g/cm³" };
        yield return new("2", "double bonds of PEDL [mol/L]", "0.88", "MassAndVolume.Concentration", MassAndVolume.Concentration(polymer, 1300.0, 0.400, 2.0) / Litre) { Remark = "PEGDA of 400 g/mol" };
        yield return new("2", "half-life of AIBN at 65 °C [h]", "9.93", "ThermalInitiator.HalfLife", ThermalInitiator.Aibn.HalfLife(65.0 + PhysicalConstants.ZeroCelsius) / Hour);
        var curing = new CuringOptions
        {
            Initiator = ThermalInitiator.Aibn, InitiatorConcentration = initiator, PropagationOverTermination = 3.0 / Math.Sqrt(Litre), Temperature = 70.0 + PhysicalConstants.ZeroCelsius,
        };
        yield return new("2", "95 % of PEDL at 70 °C [min]", "24", "RadicalCuring.Time", RadicalCuring.Time(curing, 0.95) / 60.0) { Remark = "f = 0.6 is not printed; without the decay of the initiator 23.9" };
        foreach ((double share, string printed) in new[] { (1.0, "85"), (0.6, "75"), (0.4, "62") })
        {
            double monomer = MassAndVolume.Concentration(share, 1060.0, 0.07408);
            yield return new("2", FormattableString.Invariant($"conversion of {100.0 * share:F0} wt% DOL at 25 °C [%]"), printed, "CeilingEquilibrium.Conversion", 100.0 * CeilingEquilibrium.Dioxolane.Conversion(monomer, 25.0 + PhysicalConstants.ZeroCelsius)) { Remark = "electrolyte of 1.06 g/cm³; ΔH and ΔS are recalled" + Measured(share, monomer) };
        }
    }

    // Of the bulk only: what a measured entropy would change.
    private static string Measured(double share, double monomer) => share < 1.0 ? string.Empty : FormattableString.Invariant(
        $". Measured for the liquid are −66 J/(mol·K) (doi 10.1016/0032-3861(69)90127-X), −88 at 1 mol/L, with which the bulk would reach {100.0 * new CeilingEquilibrium(CeilingEquilibrium.Dioxolane.Enthalpy, -88.0).Conversion(monomer, 298.15):F0} %");

    private static IEnumerable<PrintedNumber> Filling()
    {
        static double Wetting(double degrees) => CapillaryFilling.Wetting(degrees * Math.PI / 180.0);
        yield return new("2", "time to fill 150 µm with pores of 100 nm [s]", "0.08", "CapillaryFilling.Time", CapillaryFilling.Time(5e-3, 150e-6, 0.030, 100e-9, Math.Acos(0.95)));
        yield return new("2", "change of cos θ from 28.5° to 17.4° [%]", "9", "CapillaryFilling.Wetting", 100.0 * ((Wetting(17.4) / Wetting(28.5)) - 1.0));
    }

    private static IEnumerable<PrintedNumber> Lithium()
    {
        yield return new("4.1", "lithium of 1 mAh/cm² [µm]", "4.85", "LithiumBalance.Thickness", 1e6 * LithiumBalance.Thickness(36000.0));
        yield return new("4.1", "growth at 0.5 mA/cm² [µm/h]", "2.43", "LithiumBalance.Thickness", 1e6 * LithiumBalance.Thickness(18000.0))
        {
            Agreement = Agreement.Differs, Remark = "half of the printed 4.85 is 2.425; with 6.941 g/mol and 0.534 g/cm³ it is 2.4249",
        };
        yield return new("4.3", "10 µm of lithium [mAh/cm²]", "2.06", "LithiumBalance.Charge", LithiumBalance.Charge(10e-6) / 36000.0);
        yield return new("4.3", "cycles of that at 0.348 mAh/cm² and 96.31 %", "161", "LithiumBalance.CyclesUntilUsedUp", LithiumBalance.CyclesUntilUsedUp(LithiumBalance.Charge(10e-6), 0.348 * 36000.0, 0.9631));
    }

    private static IEnumerable<PrintedNumber> Growth()
    {
        yield return new("3", "AIOSE 134.5 to 155.1 Ω in 20 d [Ω/√d]", "4.6", "InterphaseGrowth.Parabolic", InterphaseGrowth.Parabolic(134.5, 155.1, 0.0, 20.0 * Day) * Math.Sqrt(Day));
        yield return new("3", "the same, linear [Ω/d]", "1.03", "InterphaseGrowth.Linear", InterphaseGrowth.Linear(134.5, 155.1, 0.0, 20.0 * Day) * Day);
        yield return new("3", "57.9 to 197 Ω·cm² in 400 h [Ω·cm²/√h]", "7.0", "InterphaseGrowth.Parabolic", InterphaseGrowth.Parabolic(57.9, 197.0, 0.0, 400.0 * Hour) * Math.Sqrt(Hour));
        yield return new("3", "79.6 to 607 Ω·cm² in 400 h [Ω·cm²/√h]", "26.4", "InterphaseGrowth.Parabolic", InterphaseGrowth.Parabolic(79.6, 607.0, 0.0, 400.0 * Hour) * Math.Sqrt(Hour));
        double stress = InterphaseFracture.ConfinedStress(125e9, 0.25, 0.02);
        yield return new("3", "stress of LAGP at 2 % [GPa]", "3.3", "InterphaseFracture.ConfinedStress", 1e-9 * stress) { Remark = "ν = 0.25 is not printed" };
        yield return new("3", "critical thickness of its interphase [nm]", "51", "InterphaseFracture.CriticalThickness", 1e9 * InterphaseFracture.CriticalThickness(0.95e6, 0.25, stress, 2.0));
        yield return new("3", "linear strain of the first step of LAGP [%]", "8.9", "InterphaseFracture.LinearStrain", 100.0 * InterphaseFracture.LinearStrain(1.29));
    }

    private static IEnumerable<PrintedNumber> Ladder()
    {
        VolumeLadder ladder = VolumeLadder.Lagp;
        yield return new("3", "volume of LAGP, to Ge and phosphates", "1.29", "VolumeLadder.Steps", ladder.Steps[0].Ratio);
        yield return new("3", "to Li15Ge4", "1.70", "VolumeLadder.Steps", ladder.Steps[1].Ratio);
        yield return new("3", "to Li3P and Li2O", "3.0", "VolumeLadder.Steps", ladder.Steps[2].Ratio);
        yield return new("3", "share of the last step at twice the volume [%]", "23", "VolumeLadder.Share", 100.0 * ladder.Share(2.0));
        yield return new("3", "solid and lithium together, first step [%]", "-35", "VolumeLadder.ChangeWithLithium", 100.0 * ladder.ChangeWithLithium(0));
        yield return new("3", "solid and lithium together, second step [%]", "-53", "VolumeLadder.ChangeWithLithium", 100.0 * ladder.ChangeWithLithium(1));
    }

    private static IEnumerable<PrintedNumber> Diffraction()
    {
        KnownMaterials known = KnownMaterials.LoadShipped();
        PrintedNumber Angle(string material, int h, int k, int l, string printed) => new(
            "6", $"{material} ({h} {k} {l}) [°]", printed, "Lattice.Angle", known.Find(material)!.Lattice!.Angle(h, k, l) * 180.0 / Math.PI);
        return
        [
            Angle("LATP", 0, 1, 2, "14.73"), Angle("LATP", 1, 0, 4, "20.89"), Angle("LATP", 1, 1, 3, "24.54"), Angle("LATP", 0, 2, 4, "29.70"), Angle("LATP", 1, 1, 6, "33.31"),
            Angle("LLZTO", 2, 1, 1, "16.78"), Angle("LLZTO", 3, 2, 1, "25.76"), Angle("LLZTO", 4, 2, 0, "30.90"), Angle("TiO2", 1, 1, 0, "27.43"),
            new("6", "LiF (1 1 1) [Å]", "2.325", "Lattice.Spacing", 1e10 * known.Find("LiF")!.Lattice!.Spacing(1, 1, 1)),
        ];
    }
}
