using Lamella.Interfaces.Interphases;

namespace Lamella.UseCases.Closures;

/// <summary>Closures of what grows between lithium and electrolyte.</summary>
internal static class InterphaseClosures
{
    internal static IEnumerable<Closure> All() =>
    [
        new(
            "growth", "Which constants of growth do two readings of a resistance give?", "k = (R₂ − R₁)/(√t₂ − √t₁); k' = (R₂ − R₁)/(t₂ − t₁)", "B. E. Deal, A. S. Grove, J. Appl. Phys. 36 (1965) 3770, doi 10.1063/1.1713945",
            [new("first resistance", "57.9 ohm cm2", "R₁"), new("second resistance", "197 ohm cm2", "R₂"), new("first time", "0 h", "t₁ since contact", "0 h"), new("second time", "400 h", "t₂ since contact")],
            [new("parabolic constant", "ohm cm2/h^0.5"), new("linear constant", "ohm cm2/h")], x => [InterphaseGrowth.Parabolic(x[0], x[1], x[2], x[3]), InterphaseGrowth.Linear(x[0], x[1], x[2], x[3])]),
        new(
            "fracture", "Up to which thickness does a swelling interphase stay whole?", "σ = E·ε/(1 − ν); h_c = K²(1 − ν²)/[Z(1 − ν)σ²]", "J. W. Hutchinson, Z. Suo, Adv. Appl. Mech. 29 (1992) 63, doi 10.1016/S0065-2156(08)70164-9",
            [new("modulus", "125 GPa", "E"), new("Poisson's ratio", "0.25", "ν, below 0.5"), new("strain", "2 %", "ε, residual linear strain"), new("toughness", "0.95 MPa m^0.5", "K_IC"), new("crack geometry", "2", "Z: 2 for a crack in a film", "2")],
            [new("stress", "GPa"), new("critical thickness", "nm")],
            x => InterphaseFracture.ConfinedStress(x[0], x[1], x[2]) is var stress ? [stress, InterphaseFracture.CriticalThickness(x[3], x[1], stress, x[4])] : []),
    ];
}
