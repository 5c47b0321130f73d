using Lamella.Analysis.Transference;
using Lamella.Core;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Parameters;
using Lamella.Transport.Bounds;
using Lamella.Transport.Composition;
using Lamella.Transport.Hosts;
using Lamella.Transport.Laminates;
using Lamella.Transport.Mixing;

namespace Lamella.UseCases.Tests.Printed;

/// <summary>Sections 0 and 1 of PHYSICS.md: composition, bounds, exchange, transference.</summary>
internal static class PrintedTransport
{
    private const double Latp = 2940.0, Lagp = 3420.0, Llzto = 5500.0, Pvdf = 1780.0, Pan = 1180.0, Dol = 1200.0, PeoSalt = 1300.0; // [kg/m³]
    private const double SurfacePerVolume = 5.7e6; // [1/m]
    private const double Thickness = 300e-6; // [m]
    private const double Room = 298.15; // [K]
    private const double OhmSquareCentimetre = 1e-4; // [Ω·m²]

    internal static IEnumerable<PrintedNumber> All() => [.. Composition(), .. Dispersed(), .. Bicontinuous(), .. Skeleton(), .. Series(), .. Transference()];

    private static IEnumerable<PrintedNumber> Composition()
    {
        PrintedNumber Filler(string what, string printed, double mass, double filler, double matrix) =>
            new("1.1", what + " [vol%]", printed, "MassAndVolume.VolumeFractions", 100.0 * MassAndVolume.VolumeFractions([mass, 1.0 - mass], [filler, matrix])[0]);
        yield return Filler("10 wt% LATP in PVDF", "6.3", 0.10, Latp, Pvdf);
        yield return Filler("12.5 wt% LATP in PVDF", "8.0", 0.125, Latp, Pvdf);
        yield return Filler("5 wt% LAGP in DOL electrolyte", "1.8", 0.05, Lagp, Dol);
        yield return Filler("15 wt% LATP in PAN", "6.6", 0.15, Latp, Pan);
        yield return Filler("20 wt% LATP in PAN", "9.1", 0.20, Latp, Pan);
        yield return Filler("30 wt% LATP in PAN", "14.7", 0.30, Latp, Pan);
        yield return Filler("70 wt% LATP in PEO–LiTFSI", "51", 0.70, Latp, PeoSalt);
        yield return Filler("LATP to PVDF 2:1 by mass", "55", 2.0 / 3.0, Latp, Pvdf);
        yield return Filler("81.5 wt% LLZTO in gel (solids)", "51", 0.815, Llzto, PeoSalt);
    }

    private static IEnumerable<PrintedNumber> Dispersed()
    {
        yield return new("0", "gain by 6.3 vol% of a perfect filler, at most", "1.20", "MaxwellMixture.Ceiling", MaxwellMixture.Ceiling(0.063));
        yield return new("0", "Wagner number at 0.1 S/m, 153 Ω·cm², 1 µm: of the order", "1e3", "TransportLimits.WagnerNumber", TransportLimits.WagnerNumber(0.1, 153.0 * OhmSquareCentimetre, 1e-6))
        {
            Agreement = Agreement.Order, Remark = "section 4.4 prints 1530 for these inputs",
        };
        yield return new("1.4", "interface resistance below which a filler of 1 mS/cm and 250 nm conducts [Ω·cm²]", "0.025", "MaxwellMixture.LargestUsefulResistance", MaxwellMixture.LargestUsefulResistance(250e-9, 0.1) / OhmSquareCentimetre);
        yield return new("1.4", "gain by 6.3 vol% of obstacles", "0.91", "MaxwellMixture.Floor", MaxwellMixture.Floor(0.063));
        yield return new("1.4", "shell at which 6.3 vol% of 0.75 µm LATP percolate [nm]", "309", "PenetrableShell.Thickness", 1e9 * PenetrableShell.Thickness(0.063, 375e-9, isUncorrelated: true))
        {
            Remark = "cores and shells cover a third, the threshold of Bruggeman's mixture, with shells that ignore the order of the cores. With that order 297 nm; spheres that overlap freely percolate at 28.95 %, 284 nm. All three exclude it",
        };
        yield return new("1.4", "continuous skeleton over dispersed particles, tolerated resistance: of the order", "1e5", "TransportLimits.InterfaceResistance", TransportLimits.InterfaceResistance(0.1 * Thickness, SurfacePerVolume, 0.032, 0.050) / MaxwellMixture.LargestUsefulResistance(250e-9, 0.1)) { Agreement = Agreement.Order };
    }

    private static IEnumerable<PrintedNumber> Bicontinuous()
    {
        const string inputs = "conductivities are not printed: 0.32 and 0.50 mS/cm";
        yield return new("1.4", "surface per volume of 47.1 vol% of 500 nm [1/m]", "5.7e6", "InterphaseSheet.SurfacePerVolume", InterphaseSheet.SurfacePerVolume(0.471, 500e-9));
        yield return new("1.4", "exchange length at 10 Ω·cm² [µm]", "1.9", "TransportLimits.ExchangeLength", 1e6 * TransportLimits.ExchangeLength(10.0 * OhmSquareCentimetre, SurfacePerVolume, 0.032, 0.050))
        {
            Remark = inputs + "; with the 0.49 mS/cm of the gel it is 1.84",
        };
        yield return new("1.4", "exchange length at 1000 Ω·cm² [µm]", "19", "TransportLimits.ExchangeLength", 1e6 * TransportLimits.ExchangeLength(1000.0 * OhmSquareCentimetre, SurfacePerVolume, 0.032, 0.050)) { Remark = inputs };
        yield return new("1.4", "resistance at which the exchange length is a tenth of 300 µm [Ω·cm²]", "2.6e3", "TransportLimits.InterfaceResistance", TransportLimits.InterfaceResistance(0.1 * Thickness, SurfacePerVolume, 0.032, 0.050) / OhmSquareCentimetre) { Remark = inputs };
    }

    private static IEnumerable<PrintedNumber> Skeleton()
    {
        double[] fractions = [0.471, 0.483, 0.046], bulk = [0.32, 0.49, 0.0];
        double bruggeman = BruggemanMixture.Conductivity(fractions, bulk);
        yield return new("1.5", "H1, Bruggeman [mS/cm]", "0.372", "BruggemanMixture.Conductivity", bruggeman);
        yield return new("1.5", "H1, upper Hashin–Shtrikman bound [mS/cm]", "0.375", "ConductivityBounds.HashinShtrikman", ConductivityBounds.HashinShtrikman(fractions, bulk).Upper);
        yield return new("1.5", "H1, upper Wiener bound [mS/cm]", "0.387", "ConductivityBounds.Wiener", ConductivityBounds.Wiener(fractions, bulk).Upper);
        yield return new("1.5", "excess of 0.58 over H1 [mS/cm]", "0.21", "BruggemanMixture.Conductivity", 0.58 - bruggeman);
        yield return new("1.5", "sheet conductance for an excess of 0.21 mS/cm [S]", "5.5e-9", "InterphaseSheet.NeededConductance", InterphaseSheet.NeededConductance(0.021, SurfacePerVolume));
        yield return new("1.5", "interphase at 5 nm [mS/cm]", "11", "InterphaseSheet.NeededConductivity", 10.0 * InterphaseSheet.NeededConductivity(0.021, SurfacePerVolume, 5e-9));
        yield return new("1.5", "interphase at 3.5 nm [mS/cm]", "15.8", "InterphaseSheet.NeededConductivity", 10.0 * InterphaseSheet.NeededConductivity(0.021, SurfacePerVolume, 3.5e-9)) { Remark = "with the rounded excess; the excess before rounding gives 15.6" };
        yield return new("1.5", "H2, LLZTO behind 0.32 in the skeleton [mS/cm]", "0.99", "PorousHost.Bruggeman", 0.32 / PorousHost.Bruggeman(0.471).Factor);
        yield return new("1.5", "H2, PEDL behind 0.49 in Celgard 2500 [mS/cm]", "1.20", "PorousHost.Bruggeman", 0.49 / PorousHost.Bruggeman(0.55).Factor);
        yield return new("1.5", "the same with a MacMullin number of 4.5 [mS/cm]", "2.2", "PorousHost.Tortuous", 0.49 / PorousHost.Tortuous(0.55, 4.5 * 0.55).Factor);
        double gel = 1.20 * PorousHost.Bruggeman(0.483).Factor;
        double sum = LayerSeries.Parallel([new(0.471, 0.32, 0.0, 1.0), new(0.483, gel, 0.0, 1.0)]).Conductivity;
        yield return new("1.5", "H2, PEDL in the skeleton [mS/cm]", "0.40", "PorousHost.Bruggeman", gel);
        yield return new("1.5", "H2, sum in parallel [mS/cm]", "0.72", "LayerSeries.Parallel", sum);
        yield return new("1.5", "deficit of 0.58 against it, about [%]", "2e1", "LayerSeries.Parallel", 100.0 * (1.0 - (0.58 / sum)));
        foreach (PrintedNumber number in Exchange(0.1 * gel).Concat(Shares()))
        {
            yield return number;
        }
    }

    private static IEnumerable<PrintedNumber> Exchange(double gel)
    {
        double length = TransportLimits.ExchangeLengthOf(gel, 0.032, 0.058, Thickness);
        double resistance = TransportLimits.InterfaceResistance(length, SurfacePerVolume, 0.032, gel);
        double allowed = InterphaseSheet.ResistanceOfExchange(1.0, 39300.0, 500e-9, Room);
        yield return new("1.5", "exchange length that makes 0.58 of 0.32 and 0.40 [µm]", "47", "TransportLimits.ExchangeLengthOf", 1e6 * length) { Remark = "with 0.4028 before rounding; 0.40 gives 45.4, because the length is steep in it" };
        yield return new("1.5", "interface resistance of that, about [Ω·cm²]", "7e3", "TransportLimits.InterfaceResistance", resistance / OhmSquareCentimetre);
        yield return new("1.5", "the same as a conductance [mS/cm²]", "0.14", "TransportLimits.InterfaceResistance", 0.1 / resistance);
        yield return new("1.5", "resistance that an exchange within 1 s allows [Ω·cm²]", "0.8", "InterphaseSheet.ResistanceOfExchange", allowed / OhmSquareCentimetre);
        yield return new("1.5", "exchange length of that [µm]", "0.5", "TransportLimits.ExchangeLength", 1e6 * TransportLimits.ExchangeLength(allowed, SurfacePerVolume, 0.032, gel));
        yield return new("1.5", "0.8 Ω·cm² over what dispersed 500 nm bear, about", "3e1", "MaxwellMixture.LargestUsefulResistance", allowed / MaxwellMixture.LargestUsefulResistance(250e-9, 0.1));
    }

    private static IEnumerable<PrintedNumber> Shares()
    {
        yield return new("1.5", "share of the ceramic, E = 0.40 eV", "0.11", "LayerSeries.Share", LayerSeries.Share(0.24, 0.40, 0.22));
        yield return new("1.5", "share of the ceramic, E = 0.30 eV", "0.25", "LayerSeries.Share", LayerSeries.Share(0.24, 0.30, 0.22));
        yield return new("1.5", "t₊ of the gel at a share of 0.11", "0.62", "LayerSeries.Second", LayerSeries.Second(0.66, 1.0, 0.11));
        yield return new("1.5", "t₊ of the gel at a share of 0.44", "0.39", "LayerSeries.Second", LayerSeries.Second(0.66, 1.0, 0.44));
    }

    private static IEnumerable<PrintedNumber> Series()
    {
        static double Gel(double outer) => LayerSeries.Missing(83.8e-6 + outer, 0.057, 83.8e-6 / 0.076, outer);
        static double Membrane(double outer) => LayerSeries.Missing(81.1e-6 + outer, 0.114, outer / Gel(outer), 81.1e-6);
        yield return new("1.5", "PGPE of 2 × 10 µm [mS/cm]", "0.28", "LayerSeries.Missing", 10.0 * Gel(20e-6));
        yield return new("1.5", "membrane that 1.14 mS/cm needs with 2 × 10 µm [mS/cm]", "4.8", "LayerSeries.Missing", 10.0 * Membrane(20e-6)) { Remark = "with 81.1 µm of membrane (F000-0101)" };
        yield return new("1.5", "the same over P-LATP10", "6", "LayerSeries.Missing", Membrane(20e-6) / 0.076);
        yield return new("1.5", "membrane with 2 × 5 µm [mS/cm]", "3.2", "LayerSeries.Missing", 10.0 * Membrane(10e-6));
        yield return new("1.5", "membrane with 2 × 20 µm: no positive solution [mS/cm]", "none", "LayerSeries.Missing", 10.0 * Membrane(40e-6))
        {
            Agreement = Agreement.NoSolution, Remark = "the balance closes only with a negative conductivity",
        };
        yield return new("1.5", "Maxwell ceiling of the membrane", "1.2", "MaxwellMixture.Ceiling", MaxwellMixture.Ceiling(0.063));
    }

    private static IEnumerable<PrintedNumber> Transference()
    {
        static double Ratio(double newman) => 1.0 / (1.0 + newman);
        double dilute = BruceVincentMethod.NewmanNumber(4e-9 * 1000.0 * PhysicalConstants.Faraday / PhysicalConstants.ThermalVoltage(Room), 1.5e-9, 1000.0, 0.25, 1.0, Room);
        double landesfeind = BruceVincentMethod.NewmanNumber(0.913, 2.89e-10, 1000.0, 0.221, 2.18, Room);
        BinaryElectrolyte salt = MaterialLibrary.LoadShipped().Get<BinaryElectrolyte>("lipf6-ec-emc-nyman2008");
        double nyman = BruceVincentMethod.NewmanNumber(
            salt.Conductivity.At(1000.0, Room), salt.Diffusivity.At(1000.0, Room), 1000.0, salt.TransferenceNumber.At(1000.0, Room), 1.0, Room);
        yield return new("1.6", "ideal dilute, D₊ = 1, D₋ = 3: ρ₊", "0.25", "BruceVincentMethod.NewmanNumber", Ratio(dilute));
        yield return new("1.6", "Landesfeind EC:EMC 1 M: Ne", "2.23", "BruceVincentMethod.NewmanNumber", landesfeind);
        yield return new("1.6", "Landesfeind EC:EMC 1 M: ρ₊", "0.31", "BruceVincentMethod.NewmanNumber", Ratio(landesfeind));
        yield return new("1.6", "Nyman with χ = 1: ρ₊", "0.39", "BruceVincentMethod.NewmanNumber", Ratio(nyman)) { Remark = "κ, D and t₊ from the material library" };
        yield return new("1.6", "30 µm gel (0.3 mS/cm, 0.35) with 300 µm composite (0.58, 0.9): ρ₊", "0.717", "LayerSeries.Series", LayerSeries.Series([new(30e-6, 0.03, 0.0, 0.35), new(300e-6, 0.058, 0.0, 0.9)]).Transference);
    }
}
