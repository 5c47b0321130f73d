using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Audit.Closures;

/// <summary>One step of the reaction of a solid with lithium.</summary>
/// <param name="Name">What is formed.</param>
/// <param name="Ratio">Volume of the products over that of the solid [–].</param>
/// <param name="Lithium">Lithium taken up per formula unit of the solid [–].</param>
public sealed record ReactionStep(string Name, [property: Unit("–")] double Ratio, [property: Unit("–")] double Lithium);

/// <summary>How the volume of a solid electrolyte grows step by step as lithium reduces it.</summary>
/// <remarks>
/// <para>LAGP, Li1.5Al0.5Ge1.5(PO4)3, 122.5 cm³/mol: with 6 Li to 1.5 Ge + 2.5 Li3PO4 + 0.5 AlPO4; the germanium on to Li15Ge4; the phosphates
/// on to Li3P + 4 Li2O and the aluminium to LiAl.</para>
/// <para><b>Source of the molar volumes.</b> densities and lattices: Ge 13.63, Li3PO4 115.79 g/mol at 2.537 g/cm³, AlPO4 46.5 cm³/mol (berlinite),
/// Li15Ge4 cubic 10.783 Å with 16 Ge, Li3P hexagonal 4.264 and 7.579 Å, Li2O 29.88 g/mol at 2.013 g/cm³, LiAl cubic 6.37 Å (<i>CRC Handbook of
/// Chemistry and Physics</i>, 97th ed. (2016), section 4; Li15Ge4: E. I. Gladyshevskii, P. I. Kripyakevich, Kristallografiya 5 (1960) 574).</para>
/// </remarks>
/// <param name="Material">The solid.</param>
/// <param name="MolarVolume">Its molar volume [m³/mol].</param>
/// <param name="Steps">The steps in order of growing volume.</param>
public sealed record VolumeLadder(string Material, [property: Unit("m³/mol")] double MolarVolume, ImmutableArray<ReactionStep> Steps)
{
    /// <summary>Molar volume of lithium [m³/mol]: 6.941 g/mol at 0.534 g/cm³.</summary>
    public const double LithiumMolarVolume = 6.941e-3 / 534.0;

    private const double CubicCentimetre = 1e-6;
    private const double AvogadroCubicAngstrom = 0.602214076; // [cm³/mol] in one Å³ per formula unit

    /// <summary>Gets the ladder of LAGP.</summary>
    public static VolumeLadder Lagp { get; } = MakeLagp();

    /// <summary>Returns the ladder of a material, or null where none is known.</summary>
    /// <param name="material">Name of a known material.</param>
    /// <returns>The ladder, or null.</returns>
    public static VolumeLadder? Find(string? material) => material == Lagp.Material ? Lagp : null;

    /// <summary>Says between which steps a swelling lies, and which share of the next step would give it.</summary>
    /// <param name="ratio">Volume over first volume [–].</param>
    /// <returns>For example <c>23 % of the step to Li3P and Li2O</c>.</returns>
    public string Describe(double ratio)
    {
        int above = Steps.ToList().FindIndex(step => step.Ratio >= ratio);
        return above <= 0 ? string.Empty : FormattableString.Invariant(
            $"{100.0 * Share(ratio):F0} % of the step to {Steps[above].Name} would give it.");
    }

    /// <summary>Returns which share of the step above a swelling needs.</summary>
    /// <param name="ratio">Volume over first volume [–], between the first and the last step.</param>
    /// <returns>The share [–]; 0 below the first step and 1 above the last.</returns>
    public double Share(double ratio)
    {
        int above = Steps.ToList().FindIndex(step => step.Ratio >= ratio);
        return above == 0 ? 0.0 : above < 0 ? 1.0 : (ratio - Steps[above - 1].Ratio) / (Steps[above].Ratio - Steps[above - 1].Ratio);
    }

    /// <summary>Returns how the volume of solid and consumed lithium together changes, relative to the solid.</summary>
    /// <param name="step">Index of the step.</param>
    /// <returns>(V_products − V_solid − V_lithium)/V_solid [–]; negative where the couple shrinks.</returns>
    public double ChangeWithLithium(int step) =>
        Steps[step].Ratio - 1.0 - (Steps[step].Lithium * LithiumMolarVolume / MolarVolume);

    private static VolumeLadder MakeLagp()
    {
        const double solid = 122.5, germanium = 13.63, aluminiumPhosphate = 46.5; // [cm³/mol]
        double lithiumPhosphate = 115.79 / 2.537;
        double germanide = Math.Pow(10.783, 3.0) / 16.0 * AvogadroCubicAngstrom; // per Ge
        double phosphide = Math.Sqrt(0.75) * 4.264 * 4.264 * 7.579 / 2.0 * AvogadroCubicAngstrom;
        double oxide = 29.88 / 2.013, alloy = Math.Pow(6.37, 3.0) / 8.0 * AvogadroCubicAngstrom;

        double first = (1.5 * germanium) + (2.5 * lithiumPhosphate) + (0.5 * aluminiumPhosphate);
        double second = first + (1.5 * (germanide - germanium));
        double third = (1.5 * germanide) + (3.0 * (phosphide + (4.0 * oxide))) + (0.5 * alloy);
        return new VolumeLadder("LAGP", solid * CubicCentimetre,
        [
            new("Ge and phosphates", first / solid, 6.0),
            new("Li15Ge4", second / solid, 6.0 + (1.5 * 15.0 / 4.0)),
            new("Li3P and Li2O", third / solid, (1.5 * 15.0 / 4.0) + (3.0 * 11.0) + 0.5 - 1.5),
        ]);
    }
}
