using Lamella.Audit.Closures;
using Lamella.Transport.Composition;

namespace Lamella.UseCases.Closures;

/// <summary>Closures of mass and volume.</summary>
internal static class CompositionClosures
{
    internal static IEnumerable<Closure> All() =>
    [
        new(
            "volume-fraction", "Which share of the volume does a share of the mass take?", "φ₁ = (1 − p)·(w₁/ρ₁)/(w₁/ρ₁ + w₂/ρ₂), w₂ = 1 − w₁", "conservation of mass; volumes add",
            [new("mass fraction", "10 wt%", "w₁ of the filler in the solids"), new("density", "2.94 g/cm3", "ρ₁ of the filler"), new("matrix density", "1.78 g/cm3", "ρ₂ of the rest"), new("porosity", "5 vol%", "p", "0 vol%")],
            [new("volume fraction of the filler", "vol%"), new("volume fraction of the matrix", "vol%")],
            x => [.. MassAndVolume.VolumeFractions([x[0], 1.0 - x[0]], [x[1], x[2]], x[3])]),
        new(
            "skeleton-mass", "Which share of the mass is the skeleton when its pores are filled?", "w = (1 − ε)ρ_s/[(1 − ε)ρ_s + (ε − p)ρ_f]", "conservation of mass",
            [new("porosity", "52.9 vol%", "ε of the empty skeleton"), new("remaining porosity", "4.6 vol%", "p after filling", "0 vol%"), new("density", "5.5 g/cm3", "ρ_s of the solid"), new("filling density", "1.3 g/cm3", "ρ_f")],
            [new("mass fraction of the skeleton", "wt%")],
            x => [MassAndVolume.MassFractions([1.0 - x[0], x[0] - x[1]], [x[2], x[3]])[0]]),
        new(
            "burn-out", "Which porosity does a burnt-out pore former leave?", "ε = 1 − (1 − ε_b)(1 − p_g)/(1 − S), ε_b = (1/ρ_f)/(1/ρ_f + r/ρ_s)", "conservation of mass",
            [.. Former(), new("green porosity", "20 vol%", "p_g of the green body", "0 vol%"), Shrinkage()],
            [new("share of the former in the solids", "vol%"), new("porosity after burn-out", "vol%")],
            x => Shared(x, (share, rest, shrinkage) => PoreFormer.Porosity(share, rest, shrinkage))),
        new(
            "green-porosity", "Which green porosity does a porosity after burn-out need?", "p_g = 1 − (1 − ε)(1 − S)/(1 − ε_b), ε_b = (1/ρ_f)/(1/ρ_f + r/ρ_s)", "conservation of mass",
            [.. Former(), new("porosity", "52.9 vol%", "ε after burn-out"), Shrinkage()],
            [new("share of the former in the solids", "vol%"), new("green porosity", "vol%")],
            x => Shared(x, (share, rest, shrinkage) => PoreFormer.GreenPorosity(rest, share, shrinkage))),
        new(
            "mass-steps", "Which steps should a thermogravimetric curve of a filled solid have by its recipe?", "solvent (1 − r)/g, polymer and salt (1 − r)(g − 1)/g, g = 1 + m + c·M/ρ", "conservation of mass",
            [
                new("residue", "81.5 wt%", "r, what stays"), new("polymer per solvent", "0.2 g/g", "m, masses of polymer and solvent"), new("salt concentration", "2.3 mol/L", "c per volume of solvent"),
                new("salt molar mass", "143.77 g/mol", "M"), new("solvent density", "1.2 g/cm3", "ρ"),
            ],
            [new("step of the solvent", "wt%"), new("step of polymer and salt", "wt%")],
            x => new GelRecipe(x[1], x[2], x[3], x[4]).MassSteps(x[0]) is var (solvent, solids) ? [solvent, solids] : []),
        new(
            "particle-size", "How large are the grains of a powder with a given surface?", "d = 6/(ρ·S)", "S. Lowell et al., Characterization of Porous Solids and Powders (2004), doi 10.1007/978-1-4020-2303-3",
            [new("surface", "2.718 m2/g", "S, for example by nitrogen adsorption"), new("density", "2.94 g/cm3", "ρ")], [new("diameter of spheres", "um")], x => [PowderSize.Diameter(x[0], x[1])]),
        new(
            "thickness", "How thick is a coating?", "L = m·[w/ρ₁ + (1 − w)/ρ₂]/(1 − p)", "conservation of mass",
            [new("electrode loading", "25 mg/cm2", "m of the whole coating"), new("active", "96 wt%", "w of the active material"), new("density", "4.78 g/cm3", "ρ₁ of the active material"), new("other density", "1.84 g/cm3", "ρ₂ of binder and carbon"), new("porosity", "25 vol%", "p")],
            [new("thickness", "um")], x => [MassAndVolume.Thickness(x[0], [x[1], 1.0 - x[1]], [x[2], x[3]], x[4])]),
        new(
            "lithium", "How thick is the lithium of a charge, and how many cycles does a foil last?", "L = Q·M/(F·ρ); N = Q_foil/[Q·(1 − CE)]", "M. Faraday's law with 6.941 g/mol and 0.534 g/cm3",
            [new("charge", "0.348 mAh/cm2", "Q of a cycle"), new("foil", "10 um", "lithium in excess"), new("coulombic efficiency", "96.31 %", "CE, below 100 %")],
            [new("thickness of the charge", "um"), new("charge in the foil", "mAh/cm2"), new("cycles that it lasts", "cycle")],
            x => [LithiumBalance.Thickness(x[0]), LithiumBalance.Charge(x[1]), LithiumBalance.CyclesUntilUsedUp(LithiumBalance.Charge(x[1]), x[0], x[2])]),
    ];

    private static IEnumerable<ClosureInput> Former() =>
        [new("mass ratio", "6.667 g/g", "r, mass of solid over that of the former"), new("density", "5.5 g/cm3", "ρ_s of the solid"), new("former density", "1.21 g/cm3", "ρ_f of the former")];

    private static ClosureInput Shrinkage() => new("shrinkage", "10 vol%", "S, share of the volume lost in sintering", "0 vol%");

    private static double[] Shared(double[] x, Func<double, double, double, double> porosity)
    {
        double share = PoreFormer.FormerFraction(x[0], x[1], x[2]);
        return [share, porosity(share, x[3], x[4])];
    }
}
