using System.Collections.Immutable;
using static Lamella.Audit.Verdicts.Outcome;

namespace Lamella.Audit.Tests.Checks;

/// <summary>Claims about currents, salt and transport for the checks of them, none from a publication.</summary>
internal static class CurrentCases
{
    private const string Cell = """
        systems:
          pair: { arrangement: cell, electrolyte: gel }
          full: { arrangement: cell, electrolyte: gel, parts: [positive] }
        """;

    private const string Dispersed = """
        systems:
          mix: { arrangement: dispersed, parts: [{ part: polymer, share: 80 vol% }, { part: grains, share: 20 vol% }] }
        """;

    private const string Filled = """
        systems:
          powder: { material: LLZTO }
          skeleton: { arrangement: porous, parts: [powder] }
          filled: { arrangement: skeleton, parts: [skeleton, gel] }
        """;

    private const string Stirred = """
        systems:
          film: { arrangement: dispersed, parts: [{ part: PEO, share: 95 wt% }, { part: LAGP, share: 5 wt% }], control: plain }
        """;

    private const string Twins = "systems: { gel: { control: plain }, pair: { arrangement: cell, electrolyte: gel }, other: { arrangement: cell, electrolyte: plain } }";

    private const string Pairs = "pair | exchange_current_density | 0.171 mA/cm2\nother | exchange_current_density | 0.133 mA/cm2\n";

    private const string Phases = "polymer | activation_energy | 0.22 eV\ngrains | activation_energy | 0.42 eV\npolymer | li_transference_number | 0.20\ngrains | li_transference_number | 1.00\n";

    private const string Stack = "systems: { film: { arrangement: layers, parts: [gel, sheet] } }";

    private const string Sheets = """
        gel | activation_energy | 0.30 eV
        sheet | activation_energy | 0.60 eV
        gel | li_transference_number | 0.50
        sheet | li_transference_number | 1.00
        gel | ionic_conductivity | 0.50 mS/cm
        gel | thickness | 20 um

        """;

    private const string ThreePhases = """
        systems:
          mix: { arrangement: dispersed, parts: [{ part: one, share: 50 vol% }, { part: two, share: 30 vol% }, { part: three, share: 20 vol% }] }
        """;

    // Hashin–Shtrikman by hand: between 0.384 and 0.443 mS/cm, before 5 % of repeat and the digits.
    private const string Three = """
        one | ionic_conductivity | 0.20 mS/cm | | A | state: bulk phase
        two | ionic_conductivity | 0.60 mS/cm | | A | state: bulk phase
        three | ionic_conductivity | 1.00 mS/cm | | A | state: bulk phase

        """;

    // Salt 1 M, t 0.4, 100 um: i_lim = 2·96485·3e-10·1000/(0.6·1e-4) A/m² = 96 mA/cm²; at D = 3e-14 m²/s 0.0096 mA/cm².
    private const string Salt = "gel | salt_concentration | 1.0 M | salt: LiTFSI\ngel | li_transference_number | 0.40\ngel | thickness | 100 um\n";

    private const string Tip = "pair | protrusion_size | 1.0 um\ngel | ionic_conductivity | 1.0 mS/cm\npair | current_enhancement | ";

    internal static ImmutableArray<CheckCase> All { get; } =
    [
        new("limiting current", Consistent, Salt + "gel | diffusivity | 3.0e-6 cm2/s\npair | limiting_current_density | 96.5 mA/cm2", Cell),
        new("limiting current", Contradicted, Salt + "gel | diffusivity | 3.0e-6 cm2/s\npair | limiting_current_density | 96.5 mA/cm2\ngel | limiting_current_density | 150 mA/cm2", Cell),
        new("limiting current", Consistent, Salt + "gel | diffusivity | 3.0e-6 cm2/s\npair | symmetric_cell_life | 900 h | current_density: 1.0 mA/cm2", Cell),
        new("limiting current", Undetermined, Salt + "gel | diffusivity | 3.0e-10 cm2/s\npair | symmetric_cell_life | 900 h | current_density: 1.0 mA/cm2", Cell),
        new("limiting current", Undetermined, "gel | diffusivity | 3.0e-10 cm2/s\npair | symmetric_cell_life | 900 h | current_density: 1.0 mA/cm2", Cell),
        new("Sand's time", Consistent, Salt + "gel | diffusivity | 3.0e-6 cm2/s\npair | symmetric_cell_life | 900 h | current_density: 1.0 mA/cm2, time_per_cycle: 2 h", Cell),
        new("Sand's time", Contradicted, Salt + "gel | diffusivity | 3.0e-10 cm2/s\npair | symmetric_cell_life | 900 h | current_density: 1.0 mA/cm2, time_per_cycle: 2 h", Cell),
        new("Sand's time", Contradicted, Salt + "gel | diffusivity | 3.0e-10 cm2/s\npair | critical_current_density | 2.0 mA/cm2\npair | plating_time | 0.5 h", Cell),
        new("Sand's time", Contradicted, Salt + "gel | diffusivity | 3.0e-10 cm2/s\npair | symmetric_cell_life | 900 h | current_density: 1.0 mA/cm2, capacity_per_half_cycle: 1.0 mAh/cm2", Cell),
        new("current on a protrusion", Consistent, Tip + "1.001\npair | interface_resistance | 100 ohm cm2", Cell),
        new("current on a protrusion", Contradicted, Tip + "2.5\npair | interface_resistance | 100 ohm cm2", Cell),
        new("current on a protrusion", Contradicted, Tip + "2.5\npair | exchange_current_density | 0.2 mA/cm2", Cell),
        new("current on a protrusion", Undetermined, "pair | current_enhancement | > 1", Cell),
        new("exchange between phases", Consistent, "mix | ionic_conductivity | 0.22 mS/cm\npolymer | ionic_conductivity | 0.30 mS/cm\ngrains | particle_size | 1.0 um", Dispersed),
        new("exchange between phases", Undetermined, "mix | ionic_conductivity | 0.39 mS/cm\npolymer | ionic_conductivity | 0.30 mS/cm\ngrains | particle_size | 1.0 um", Dispersed),
        new("exchange between phases", Consistent, "skeleton | ionic_conductivity | 0.3 mS/cm\ngel | ionic_conductivity | 0.5 mS/cm\npowder | particle_size | 0.5 um\nskeleton | porosity | 50 %\nfilled | thickness | 300 um", Filled),
        new("exchange between phases", Undetermined, "skeleton | ionic_conductivity | 0.3 mS/cm\ngel | ionic_conductivity | 0.5 mS/cm\npowder | particle_size | 5.0 um\nskeleton | porosity | 50 %\nfilled | thickness | 30 um", Filled),
        new("rate and critical current", Consistent, "full | capacity_retention | 90 % | c_rate: 2 C, cathode: LFP\npositive | areal_loading | 2.0 mg/cm2\npositive | current_for_1C | 170 mA/g\npair | critical_current_density | 2.0 mA/cm2", Cell),
        new("rate and critical current", Undetermined, "full | capacity_retention | 90 % | c_rate: 20 C, cathode: LFP\npositive | areal_loading | 2.0 mg/cm2\npositive | current_for_1C | 170 mA/g\npair | critical_current_density | 2.0 mA/cm2", Cell),
        new("rate and critical current", Undetermined, "full | capacity_retention | 90 % | c_rate: 1 C, cathode: LFP, loading: 30 mg/cm2\npair | critical_current_density | 2.0 mA/cm2", Cell),
        new("rate and critical current", Undetermined, "full | capacity_retention | 90 % | c_rate: 1 C, cathode: LFP\npair | critical_current_density | 2.0 mA/cm2", Cell),
        new("overpotential and exchange current", Consistent, "x | overpotential | 80 mV | current_density: 0.2 mA/cm2\nx | exchange_current_density | 0.171 mA/cm2"),
        new("overpotential and exchange current", Undetermined, "x | overpotential | 40 mV | current_density: 0.2 mA/cm2\nx | exchange_current_density | 0.171 mA/cm2"),
        new("impedance and exchange current", Consistent, Pairs + "pair | cell_impedance | 450 ohm\nother | cell_impedance | 560 ohm", Twins),
        new("impedance and exchange current", Undetermined, Pairs + "pair | cell_impedance | 450 ohm\nother | cell_impedance | 1200 ohm", Twins),
        new("one place, one species", Undetermined, "x | ftir_peak | 600 to 750 cm-1 | assignment: Ti-O stretching\nx | ftir_peak | 612 cm-1 | assignment: PO4 bending"),
        // A quarter of the current through the grains: 0.75·0.22 + 0.25·0.42 eV, 0.75·0.2 + 0.25·1.0.
        new("one share for all", Consistent, Phases + "mix | activation_energy | 0.27 eV\nmix | li_transference_number | 0.40", Dispersed),
        new("one share for all", Undetermined, Phases + "mix | activation_energy | 0.24 eV\nmix | li_transference_number | 0.80", Dispersed),
        // Two thirds of the resistance in the first layer: 2/3·0.30 + 1/3·0.60 eV; 1/t = (2/3)/0.5 + (1/3)/1.0; 20 um of 30 um at equal conductivity.
        new("one share for all", Consistent, Sheets + "film | activation_energy | 0.40 eV\nfilm | li_transference_number | 0.60\nfilm | ionic_conductivity | 0.50 mS/cm\nfilm | thickness | 30 um", Stack),
        new("one share for all", Undetermined, Sheets + "film | activation_energy | 0.40 eV\nfilm | li_transference_number | 0.90\nfilm | ionic_conductivity | 0.50 mS/cm\nfilm | thickness | 30 um", Stack),
        new("bounds of a mixture", Consistent, Three + "mix | ionic_conductivity | 0.40 mS/cm | | A", ThreePhases),
        new("bounds of a mixture", Contradicted, Three + "mix | ionic_conductivity | 0.75 mS/cm | | A", ThreePhases),
        new("salt in a litre", Consistent, "x | salt_concentration | 4.0 M | salt: LiFSI"),
        new("salt in a litre", Contradicted, "x | salt_concentration | 16 M | salt: LiFSI"),
        new("transference number by a filler", Consistent, "film | li_transference_number | 0.22\nplain | li_transference_number | 0.20", Stirred),
        new("transference number by a filler", Undetermined, "film | li_transference_number | 0.56\nplain | li_transference_number | 0.20", Stirred),
        new("energy from the stated parts", Contradicted, "x | energy_density | 495 Wh/kg\nx | e_c_ratio | 3.0 g/Ah | cathode: NCM811\nx | cell_capacity | 6 Ah"),
        new("property of an electrolyte", Undetermined, "coated | li_transference_number | 0.51\nbare | li_transference_number | 0.28", "systems: { coated: { material: Li metal }, bare: { material: Li metal } }"),
        new("temperature of cell and electrolyte", Undetermined, "full | capacity_retention | 90 % | temperature: 60 degC\ngel | ionic_conductivity | 0.1 mS/cm | temperature: 25 degC", Cell),
        new("energy from the stated parts", Undetermined, "x | energy_density | 640 Wh/kg | cathode: NCM811\nx | areal_loading | 26 mg/cm2\nx | cell_capacity | 6 Ah"),
        new("energy of the cathode alone", Consistent, "x | energy_density | 560 to 600 Wh/kg | cathode: NCM811\nx | energy_density | 701 Wh/kg | cathode: Ni96 | Table 1\nx | areal_loading | 33.5 mg/cm2\nx | li_thickness | 20 um\nx | e_c_ratio | 0.48 to 0.56 g/Ah\nx | areal_loading | 33.5 mg/cm2 | cathode: Ni96 | Table 1\nx | e_c_ratio | 0.56 g/Ah | cathode: Ni96 | Table 1"),
        new("windows of a family", Consistent, "a | stability_window_upper | 4.2 V\nb | stability_window_upper | 4.5 V", "systems: { a: { family: polyether }, b: { family: polyether } }"),
        new("windows of a family", Undetermined, "a | stability_window | 1.7 to 2.1 V\nb | stability_window_upper | 4.9 V", "systems: { a: { family: sulfide }, b: { family: sulfide } }"),
    ];
}
