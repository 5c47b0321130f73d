using Lamella.Transport.Bounds;
using Lamella.Transport.Laminates;
using Lamella.Transport.Mixing;

namespace Lamella.UseCases.Closures;

/// <summary>Closures of conduction: bounds, fillers, skeletons, layers, salt.</summary>
internal static class ConductionClosures
{
    internal static IEnumerable<Closure> All() =>
    [
        new(
            "bounds", "Between which values lies the conductivity of a mixture of two phases?", "Wiener; Hashin–Shtrikman; Bruggeman Σφᵢ(σᵢ − σ)/(σᵢ + 2σ) = 0", "Z. Hashin, S. Shtrikman, J. Appl. Phys. 33 (1962) 3125, doi 10.1063/1.1728579; D. A. G. Bruggeman, Ann. Phys. 416 (1935) 636",
            [new("volume fraction", "47.1 vol%", "φ₁"), new("bulk conductivity", "1 mS/cm", "σ₁ of the phase itself"), new("other volume fraction", "48.3 vol%", "φ₂; what is left are pores"), new("other bulk conductivity", "1.2 mS/cm", "σ₂ of the phase itself")],
            [new("effective, lower Wiener bound", "mS/cm"), new("effective, lower Hashin–Shtrikman bound", "mS/cm"), new("effective, Bruggeman", "mS/cm"), new("effective, upper Hashin–Shtrikman bound", "mS/cm"), new("effective, upper Wiener bound", "mS/cm")],
            Bounds),
        new(
            "filler", "What do dispersed spheres with a resistance at their surface do to a matrix?", "σ = σ_m(1 + 2βφ)/(1 − βφ), β = (σ' − σ_m)/(σ' + 2σ_m), σ' = σ_f/(1 + σ_f·R/a)", "D. P. H. Hasselman, L. F. Johnson, J. Compos. Mater. 21 (1987) 508, doi 10.1177/002199838702100602",
            [new("matrix bulk conductivity", "0.57 mS/cm", "σ_m"), new("bulk conductivity", "1 mS/cm", "σ_f of the filler itself"), new("volume fraction", "6.3 vol%", "φ of the filler"), new("radius", "250 nm", "a"), new("interface resistance", "10 ohm cm2", "R", "0 ohm cm2")],
            [new("effective conductivity", "mS/cm"), new("greatest gain of any filler", "1"), new("gain of obstacles", "1"), new("resistance above which it is an obstacle", "ohm cm2")],
            x => [MaxwellMixture.Conductivity(x[0], x[1], x[2], x[3], x[4]), MaxwellMixture.Ceiling(x[2]), MaxwellMixture.Floor(x[2]), MaxwellMixture.LargestUsefulResistance(x[3], x[1])]),
        new(
            "shell", "How thick must shells around hard spheres be to cover a share of the volume?", "c = 1 − (1 − φ)·exp[−(s³ − 1)φ/(1 − φ) − order], s = 1 + δ/a", "P. A. Rikvold, G. Stell, J. Chem. Phys. 82 (1985) 1014; M. Ya. Sushko, A. K. Semenov, Phys. Rev. E 100 (2019) 052601, doi 10.1103/PhysRevE.100.052601",
            [new("volume fraction", "6.3 vol%", "φ of the cores"), new("radius", "375 nm", "a of the cores"), new("coverage", "33.33333333 vol%", "c of cores and shells; a third percolates in Bruggeman's mixture", "33.33333333 vol%")],
            [new("thickness of the shell", "nm"), new("the same without the order of the cores", "nm")],
            x => [PenetrableShell.Thickness(x[0], x[1], x[2]), PenetrableShell.Thickness(x[0], x[1], x[2], isUncorrelated: true)]),
        new(
            "exchange", "Over which length do two continuous phases exchange their current, and what does it cost?", "ℓ = √[(R/S)·σ₁σ₂/(σ₁ + σ₂)]; σ = (σ₁ + σ₂)/[1 + (σ₂/σ₁)(2ℓ/L)·tanh(L/2ℓ)]", "two-potential balance σ₁φ₁'' = (S/R)(φ₁ − φ₂), solved in one dimension",
            [
                new("interface resistance", "10 ohm cm2", "R"), new("surface per volume", "5.7e6 1/m", "S of the interface"), new("effective conductivity", "0.4 mS/cm", "σ₁, effective in the host, of the phase that the electrodes touch"),
                new("other effective conductivity", "0.32 mS/cm", "σ₂, effective in the host, of the other"), new("thickness", "300 um", "L"),
            ],
            [new("exchange length", "um"), new("conductivity of both, effective in host", "mS/cm")],
            x => TransportLimits.ExchangeLength(x[0], x[1], x[2], x[3]) is var length ? [length, TransportLimits.ExchangingConductivity(x[2], x[3], length, x[4])] : []),
        new(
            "missing-layer", "Which conductivity must one of two layers in series have?", "σ₂ = L₂/[(L₁ + L₂)/σ − L₁/σ₁]; negative where none closes the balance", "G. Kirchhoff's laws",
            [new("laminate conductivity", "1.14 mS/cm", "σ of both together"), new("known thickness", "20 um", "L₁"), new("known conductivity", "0.278 mS/cm", "σ₁ of that layer"), new("thickness", "81.1 um", "L₂ of the layer that is looked for")],
            [new("conductivity of that layer", "mS/cm")], x => [LayerSeries.Missing(x[1] + x[3], x[0], x[1] / x[2], x[3])]),
        new(
            "salt-limit", "At which current does the salt of a layer between lithium run out, and when above it?", "i = 2FDc/[(1 − t₊)L]; τ = π·D·[cF/(2j(1 − t₊))]²", "H. J. S. Sand, Philos. Mag. 1 (1901) 45, doi 10.1080/14786440109462590",
            [new("diffusivity", "5e-11 m2/s", "D, effective in the layer"), new("concentration", "1 mol/L", "c"), new("transference number", "0.19", "t₊"), new("thickness", "300 um", "L"), new("current density", "10 mA/cm2", "j")],
            [new("limiting current", "mA/cm2"), new("Sand's time at j without the other electrode", "s")],
            x => [TransportLimits.LimitingCurrent(x[0], x[1], x[2], x[3]), TransportLimits.SandTime(x[0], x[1], x[2], x[4])]),
        new(
            "wagner", "Is the current on a protrusion uniform?", "Wa = κ·R/a; far above 1 it is", "C. Wagner, J. Electrochem. Soc. 98 (1951) 116, doi 10.1149/1.2778113",
            [new("effective conductivity", "1 mS/cm", "κ of the electrolyte"), new("surface resistance", "153 ohm cm2", "R of charge transfer and film"), new("size", "1 um", "a of the protrusion")], [new("Wagner number", "1")], x => [TransportLimits.WagnerNumber(x[0], x[1], x[2])]),
    ];

    private static double[] Bounds(double[] x)
    {
        double[] fractions = [x[0], x[2], Math.Max(0.0, 1.0 - x[0] - x[2])], conductivities = [x[1], x[3], 0.0];
        if (fractions[2] < 1e-12)
        {
            (fractions, conductivities) = (fractions[..2], conductivities[..2]); // nothing is left for pores
        }

        ConductivityBounds wiener = ConductivityBounds.Wiener(fractions, conductivities), inner = ConductivityBounds.HashinShtrikman(fractions, conductivities);
        return [wiener.Lower, inner.Lower, BruggemanMixture.Conductivity(fractions, conductivities), inner.Upper, wiener.Upper];
    }
}
