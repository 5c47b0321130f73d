using Lamella.Transport.Processing;

namespace Lamella.UseCases.Closures;

/// <summary>Closures of firing, curing and filling.</summary>
internal static class ProcessingClosures
{
    internal static IEnumerable<Closure> All() =>
    [
        new(
            "radiation", "Which power holds a temperature against radiation?", "P/A = ε·σ·(T⁴ − T₀⁴), one face", "M. F. Modest, Radiative Heat Transfer, 3rd ed. (2013), section 1.3",
            [new("temperature", "1100 degC", "T of the face"), new("surroundings", "25 degC", "T₀", "25 degC"), new("emissivity", "0.9", "ε, above 0 and at most 1")],
            [new("power of a face", "W/cm2")], x => [RadiativeLoss.PowerPerArea(x[0], x[1], x[2])]),
        new(
            "firing", "How long would another temperature take for as much of a process?", "t' = t·exp[(Q/R)(1/T' − 1/T)]", "H. Su, D. L. Johnson, J. Am. Ceram. Soc. 79 (1996) 3211, doi 10.1111/j.1151-2916.1996.tb08097.x",
            [new("time", "15 s", "t"), new("temperature", "1100 degC", "T"), new("other temperature", "900 degC", "T'"), new("activation energy", "350 kJ/mol", "Q of the process"), new("unwanted activation energy", "220 kJ/mol", "Q of a process that should not happen, such as loss of lithium", "0 kJ/mol")],
            [new("time at the other temperature", "s"), new("the same for the unwanted process", "s"), new("advantage of the firing", "1")],
            x => [FiringEquivalence.Time(x[0], x[1], x[2], x[3]), FiringEquivalence.Time(x[0], x[1], x[2], x[4]), FiringEquivalence.Advantage(x[3], x[4], x[1], x[2])]),
        new(
            "half-life", "How long does half of an initiator last?", "t½ = ln 2/[A·exp(−E/RT)]", "defaults: AIBN, recalled from J. Brandrup et al., Polymer Handbook, 4th ed. (1999); 10 h at 65 degC are tabulated",
            [new("temperature", "65 degC", "T"), .. Initiator()], [new("half-life", "h"), new("rate of decay", "1/s")], x => [new ThermalInitiator(x[1], x[2]).HalfLife(x[0]), new ThermalInitiator(x[1], x[2]).Rate(x[0])]),
        new(
            "curing", "When has a share of the double bonds reacted?", "ln[1/(1 − x)] = (2K/k_d)(1 − e^(−k_d·t/2)), K = (k_p/√k_t)·√(2·f·k_d·[I]₀)", "G. Odian, Principles of Polymerization, 4th ed. (2004), ch. 3, doi 10.1002/047147875X",
            [
                new("conversion", "95 %", "x, below 100 %"), new("temperature", "70 degC", "T"), new("initiator", "0.011 mol/L", "[I]₀"), new("rate quotient", "3 L^0.5/(mol^0.5 s^0.5)", "k_p/√k_t of the monomer"),
                new("efficiency", "0.6", "f, share of the radicals that start a chain", "0.6"), .. Initiator(),
            ],
            [new("time", "min")],
            x => [RadicalCuring.Time(new CuringOptions { Initiator = new ThermalInitiator(x[5], x[6]), InitiatorConcentration = x[2], PropagationOverTermination = x[3], Temperature = x[1], Efficiency = x[4] }, x[0])]),
        new(
            "ceiling", "How much of a monomer can polymerise, and up to which temperature?", "[M]_eq = 1 mol/L · exp(ΔH/RT − ΔS/R), x = 1 − [M]_eq/[M]₀", "F. S. Dainton, K. J. Ivin, Nature 162 (1948) 705, doi 10.1038/162705a0; defaults: 1,3-dioxolane, recalled; -66 J/(mol K) was measured for the liquid, -88 at 1 mol/L (doi 10.1016/0032-3861(69)90127-X)",
            [new("monomer", "8.6 mol/L", "[M]₀"), new("temperature", "25 degC", "T", "25 degC"), new("enthalpy", "-21.3 kJ/mol", "ΔH at 1 mol/L", "-21.3 kJ/mol"), new("entropy", "-77.8 J/(mol K)", "ΔS at 1 mol/L", "-77.8 J/(mol K)")],
            [new("conversion", "%"), new("monomer left", "mol/L"), new("ceiling temperature", "K")],
            x => new CeilingEquilibrium(x[2], x[3]) is var monomer ? [monomer.Conversion(x[0], x[1]), monomer.Monomer(x[1]), monomer.CeilingTemperature(x[0])] : []),
        new(
            "filling", "How long does a liquid take to fill pores?", "t = 2·η·L²/(γ·r·cos θ)", "E. W. Washburn, Phys. Rev. 17 (1921) 273, doi 10.1103/PhysRev.17.273",
            [new("viscosity", "0.005 Pa s", "η"), new("depth", "150 um", "L: half of the thickness where the liquid enters from both faces"), new("surface tension", "30 mN/m", "γ"), new("radius", "100 nm", "r of the pores"), new("contact angle", "18.2 deg", "θ, below 90 deg", "0 deg")],
            [new("time", "s")], x => [CapillaryFilling.Time(x[0], x[1], x[2], x[3], x[4])]),
    ];

    private static IEnumerable<ClosureInput> Initiator() => [new("prefactor", "1.58e15 1/s", "A of the decay", "1.58e15 1/s"), new("decay energy", "128.9 kJ/mol", "E of the decay", "128.9 kJ/mol")];
}
