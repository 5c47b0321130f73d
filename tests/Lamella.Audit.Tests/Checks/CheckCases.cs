using System.Collections.Immutable;
using static Lamella.Audit.Verdicts.Outcome;

namespace Lamella.Audit.Tests.Checks;

/// <summary>For every check claims that fit and claims that do not, none from a publication.</summary>
internal static class CheckCases
{
    private const string Membrane = """
        systems:
          film: { arrangement: dispersed, parts: [{ part: PVDF, share: 90 wt% }, { part: LATP, share: 10 wt% }] }
          other: { arrangement: dispersed, parts: [{ part: PVDF, share: 90 wt% }, { part: LATP, share: 10 wt% }], control: film }
        """;

    private const string Skeleton = """
        systems:
          LLZTO: { material: LLZTO }
          skeleton: { arrangement: porous, parts: [LLZTO] }
          filled: { arrangement: skeleton, parts: [skeleton, gel] }
        """;

    private const string Laminate = """
        systems:
          plain: { arrangement: layers, parts: [{ part: gel, layers: 2 }, sheet] }
          better: { arrangement: layers, parts: [{ part: gel, layers: 2 }, sheet2], control: plain }
        """;

    private const string Cell = """
        systems:
          cell: { arrangement: cell, electrolyte: film, parts: [disc] }
          'Li,film,Cu': { arrangement: cell, electrolyte: film }
        """;

    private const string Mixture = """
        systems:
          mix: { arrangement: dispersed, parts: [{ part: polymer, share: 80 vol% }, { part: ceramic, share: 20 vol% }] }
        """;

    private const string Garnets = "systems: { a: { family: garnet }, b: { family: garnet }, c: { family: garnet } }";

    /// <summary>Gets every case.</summary>
    internal static ImmutableArray<CheckCase> All { get; } =
    [
        .. Repeats(), .. Arithmetic(), .. Mixtures(), .. Cells(), .. OrderAndSpectra(), .. CurrentCases.All, .. WorkCases.All,
    ];

    private static IEnumerable<CheckCase> Repeats() =>
    [
        new("same quantity twice", Consistent, "x | thickness | 81 um | | Fig. 1\nx | thickness | 81.3 um | | Table 1"),
        new("same quantity twice", Contradicted, "x | thickness | 81 um | | Fig. 1\nx | thickness | 85 um | | Table 1"),
        new("same quantity twice", Undetermined, "x | thickness | 81 um | | Fig. 1\nx | thickness | 85 um | | Table 1 | kind: reading"),
        new("same quantity twice", Undetermined, "x | cycles | 100 cycles | | Text\nx | cycles | 116 cycles | | Table 1"),
        new("one value, two conditions", Contradicted, "x | ionic_conductivity | 1.14 mS/cm | temperature: 25 degC | Fig. 3\nx | ionic_conductivity | 1.14 mS/cm | temperature: 30 degC | Fig. 3"),
        new("one species, one line", Consistent, "x | raman_peak | 949 cm-1 | assignment: PO4 stretch\nx | raman_peak | 952 cm-1 | assignment: PO4 stretch"),
        new("one species, one line", Undetermined, "x | raman_peak | 949 cm-1 | assignment: PO4 asymmetric stretch\nx | raman_peak | 998 cm-1 | assignment: PO4 asymmetric stretch"),
        new("one species, one line", Contradicted, "x | xps_peak | 458.2 eV | assignment: Ti4+, core_level: Ti 2p\nx | xps_peak | 459.4 eV | assignment: Ti4+, core_level: Ti 2p\nx | xps_peak | 464.9 eV | assignment: Ti4+, core_level: Ti 2p"),
        new("one species, one line", Contradicted, "x | xps_peak | 284.8 eV | assignment: Li2CO3, core_level: C 1s\nx | xps_peak | 289.8 eV | assignment: Li2CO3, core_level: C 1s"),
        new("same digits of different works", Undetermined, "x | ionic_conductivity | 0.626 mS/cm | | Table 1 | reference: '3'\ny | ionic_conductivity | 0.626 mS/cm | | Table 1 | reference: '4'"),
        new("work listed twice", Contradicted, "x | thickness | 3 um | | Table 1 | reference: '3'", "works: { '3': J. Test 1 (2020) 5, '4': J. Test 1 (2020) 5 }"),
        new("printed reference", Contradicted, "x | thickness | 3 um | | Table 1 | reference: '3', printed: { reference: '4' }"),
        new("one value, two conditions", Contradicted, "x | thickness | 16 mm | method: pressing | Text\nx | thickness | 16 mm | method: casting | 4.1"),
        new("printed place", Contradicted, "x | thickness | 3 um | | Fig. 2c | printed: { in: Fig. 2b }"),
        new("one system, one work", Undetermined, "x | thickness | 3 um | | Text | reference: '3'\nx | porosity | 30 % | | Text | reference: '4'"),
        new("count like a year", Undetermined, "x | cycles | 2023 cycles | | Table 1 | reference: '3'", "works: { '3': J. Test 1 (2023) 5 }"),
    ];

    private static IEnumerable<CheckCase> Arithmetic() =>
    [
        new("retention from capacities", Consistent, "x | initial_capacity | 150.0 mAh/g\nx | final_capacity | 135.0 mAh/g\nx | capacity_retention | 90.0 %"),
        new("retention from capacities", Contradicted, "x | initial_capacity | 150.0 mAh/g\nx | final_capacity | 135.0 mAh/g\nx | capacity_retention | 91.0 %"),
        new("fade per cycle", Consistent, "x | capacity_fade_per_cycle | 0.050 %/cycle\nx | capacity_retention | 90.0 % | cycle: '200'"),
        new("fade per cycle", Contradicted, "x | capacity_fade_per_cycle | 0.30 %/cycle | cycle: '400'"),
        new("relative capacity", Consistent, "x | relative_capacity | 62.1 % | temperature: -20 degC\nx | discharge_capacity | 128.7 mAh/g | temperature: -20 degC, c_rate: 0.1 C\nx | discharge_capacity | 207.1 mAh/g | temperature: 25 degC, c_rate: 0.1 C"),
        new("relative capacity", Contradicted, "x | relative_capacity | 70.1 % | temperature: -20 degC\nx | discharge_capacity | 128.7 mAh/g | temperature: -20 degC, c_rate: 0.1 C\nx | discharge_capacity | 207.1 mAh/g | temperature: 25 degC, c_rate: 0.1 C"),
        new("rate of growth", Consistent, "x | impedance_growth_rate | 1.03 ohm/d\nx | cell_impedance | 134.5 ohm | rest_time: 0 d\nx | cell_impedance | 155.1 ohm | rest_time: 20 d"),
        new("rate of growth", Contradicted, "x | impedance_growth_rate | 1.33 ohm/d\nx | cell_impedance | 134.5 ohm | rest_time: 0 d\nx | cell_impedance | 155.1 ohm | rest_time: 20 d"),
        new("stated ratio", Consistent, "x | conductivity_ratio | 6.3\nx | ionic_conductivity | 0.31 mS/cm\ny | ionic_conductivity | 0.049 mS/cm", "systems: { x: { control: y } }"),
        new("stated ratio", Contradicted, "x | conductivity_ratio | 16\nx | ionic_conductivity | 0.31 mS/cm\ny | ionic_conductivity | 0.049 mS/cm", "systems: { x: { control: y } }"),
        new("sum of shares", Consistent, "x | mass_fraction | 70 wt% | component: LATP | Text\nx | mass_fraction | 30 wt% | component: PEO | Text"),
        new("sum of shares", Contradicted, "x | mass_fraction | 70 wt% | component: LATP | Text\nx | mass_fraction | 40 wt% | component: PEO | Text"),
        new("capacity per area over loading", Consistent, "x | areal_capacity | 5.8 mAh/cm2 | cathode: NCM811\nx | areal_loading | 28.9 mg/cm2"),
        new("capacity per area over loading", Contradicted, "x | areal_capacity | 5.8 mAh/cm2 | cathode: NCM811\nx | areal_loading | 18.9 mg/cm2"),
        new("energy per volume and per mass", Consistent, "x | volumetric_energy_density | 1200 Wh/L\nx | energy_density | 500 Wh/kg"),
        new("energy per volume and per mass", Undetermined, "x | volumetric_energy_density | 900 Wh/L\nx | energy_density | 510 Wh/kg"),
        new("pack and cell", Consistent, "pack | energy_density | 400 Wh/kg\ncell | energy_density | 500 Wh/kg", "systems: { pack: { parts: [cell] } }"),
        new("pack and cell", Contradicted, "pack | energy_density | 520 Wh/kg\ncell | energy_density | 500 Wh/kg", "systems: { pack: { parts: [cell] } }"),
        new("charge and time of a test", Consistent, "x | cumulative_capacity | 300 mAh/cm2\nx | symmetric_cell_life | 600 h | current_density: 0.5 mA/cm2"),
        new("charge and time of a test", Contradicted, "x | cumulative_capacity | 900 mAh/cm2\nx | symmetric_cell_life | 600 h | current_density: 0.5 mA/cm2"),
        new("charge and time of a test", Contradicted, "x | cycles | 500 cycles\nx | symmetric_cell_life | 1200 h | time_per_cycle: 1 h"),
        new("current of a C-rate", Consistent, "x | current_density | 0.40 mA/cm2 | c_rate: 1 C\nx | areal_loading | 2.0 mg/cm2\nx | current_for_1C | 200 mA/g"),
        new("current of a C-rate", Contradicted, "x | current_density | 0.60 mA/cm2 | c_rate: 1 C\nx | areal_loading | 2.0 mg/cm2\nx | current_for_1C | 200 mA/g"),
        new("mass and thickness of a layer", Consistent, "LATP | areal_mass | 50.0 mg/cm2\nLATP | thickness | 200 um", "systems: { LATP: { material: LATP } }"),
        new("mass and thickness of a layer", Contradicted, "x | porosity | 10 %", "systems: { x: { material: LATP, loading: 100 mg/cm2, thickness: 200 um } }"),
        new("printed unit", Contradicted, "x | current_density | 6.2 mA/cm2 | | Text | printed: { unit: mAh cm-2 }"),
        new("unlike units", Undetermined, "x | symmetric_cell_life | 1200 h | | Fig. 4c\ny | symmetric_cell_life | 500 cycles | | Fig. 4c"),
        new("neutral formula", Consistent, "x | porosity | 10 %", "systems: { x: { formula: 'Li1.3Al0.3Ti1.7(PO4)3' } }"),
        new("neutral formula", Contradicted, "x | porosity | 10 %", "systems: { x: { formula: 'Li1.3Al0.4Ti1.7(PO4)3' } }"),
        new("neutral formula", Undetermined, "x | porosity | 10 %", "systems: { x: { formula: 'Li6.25La3Zr2AlxO12' } }"),
    ];

    private static IEnumerable<CheckCase> Mixtures() =>
    [
        new("share between nothing and everything", Consistent, "x | coulombic_efficiency | 99.7 %"),
        new("share between nothing and everything", Contradicted, "x | coulombic_efficiency | 100.7 %"),
        new("share between nothing and everything", Undetermined, "x | capacity_retention | 103.5 %"),
        new("composite above its parts", Consistent, "mix | ionic_conductivity | 0.2 mS/cm\npolymer | ionic_conductivity | 0.3 mS/cm\nceramic | ionic_conductivity | 0.5 mS/cm", Mixture),
        new("composite above its parts", Contradicted, "mix | ionic_conductivity | 0.9 mS/cm | | A\npolymer | ionic_conductivity | 0.3 mS/cm | | A | state: bulk phase\nceramic | ionic_conductivity | 0.5 mS/cm | | A | state: bulk phase", Mixture),
        new("composite above its parts", Undetermined, "mix | ionic_conductivity | 0.9 mS/cm\npolymer | ionic_conductivity | 0.3 mS/cm\nceramic | ionic_conductivity | 0.5 mS/cm", Mixture),
        new("bounds of a mixture", Consistent, "mix | ionic_conductivity | 0.332 mS/cm | | A\npolymer | ionic_conductivity | 0.30 mS/cm | | A | state: bulk phase\nceramic | ionic_conductivity | 0.50 mS/cm | | A | state: bulk phase", Mixture),
        new("bounds of a mixture", Contradicted, "mix | ionic_conductivity | 0.48 mS/cm | | A\npolymer | ionic_conductivity | 0.30 mS/cm | | A | state: bulk phase\nceramic | ionic_conductivity | 0.50 mS/cm | | A | state: bulk phase", Mixture),
        new("porous below solid", Consistent, "skeleton | ionic_conductivity | 0.10 mS/cm\nLLZTO | ionic_conductivity | 0.40 mS/cm\nskeleton | porosity | 50 %", Skeleton),
        new("porous below solid", Contradicted, "skeleton | ionic_conductivity | 0.40 mS/cm\nLLZTO | ionic_conductivity | 0.40 mS/cm\nskeleton | porosity | 50 %", Skeleton),
        new("gain by another filler", Consistent, "film | ionic_conductivity | 0.50 mS/cm | | Fig. 3\nother | ionic_conductivity | 0.55 mS/cm | | Fig. 3", Membrane),
        new("gain by another filler", Contradicted, "film | ionic_conductivity | 0.50 mS/cm | | Fig. 3\nother | ionic_conductivity | 1.05 mS/cm | | Fig. 3", Membrane),
        new("layers in series", Consistent, "better | ionic_conductivity | 0.60 mS/cm\nplain | ionic_conductivity | 0.57 mS/cm\nsheet | ionic_conductivity | 0.76 mS/cm\nsheet | thickness | 83.8 um\nsheet2 | thickness | 81.1 um", Laminate),
        new("layers in series", Undetermined, "better | ionic_conductivity | 1.20 mS/cm\nplain | ionic_conductivity | 0.57 mS/cm\nsheet | ionic_conductivity | 0.76 mS/cm\nsheet | thickness | 83.8 um\nsheet2 | thickness | 81.1 um", Laminate),
        new("mixture between its phases", Consistent, "mix | activation_energy | 0.30 eV\npolymer | activation_energy | 0.22 eV\nceramic | activation_energy | 0.40 eV", Mixture),
        new("mixture between its phases", Undetermined, "mix | activation_energy | 0.50 eV\npolymer | activation_energy | 0.22 eV\nceramic | activation_energy | 0.40 eV", Mixture),
        new("mass of a filled skeleton", Consistent, "skeleton | porosity | 52.9 %\nfilled | porosity | 4.6 %\nfilled | mass_fraction | 80.5 wt% | component: LLZTO", Skeleton),
        new("mass of a filled skeleton", Contradicted, "skeleton | porosity | 52.9 %\nfilled | porosity | 4.6 %\nfilled | mass_fraction | 70.5 wt% | component: LLZTO", Skeleton),
        new("porosity from a pore former", Undetermined, "skeleton | porosity | 52.9 %\nskeleton | mass_ratio | 20, 3 | components: 'LLZTO : PEO by mass'"),
        new("porosity from a pore former", Contradicted, "skeleton | porosity | 12.9 %\nskeleton | mass_ratio | 20, 3 | components: 'LLZTO : PEO by mass'"),
        new("recipe and mass steps", Consistent, "filled | mass_fraction | 81.5 wt% | component: LLZTO\nfilled | mass_loss | 5.8 %\ngel | mass_ratio | 5, 1\ngel | salt_concentration | 2.3 M | salt: LiDFOB", Skeleton),
        new("recipe and mass steps", Contradicted, "filled | mass_fraction | 81.5 wt% | component: LLZTO\nfilled | mass_loss | 12.0 %\ngel | mass_ratio | 5, 1\ngel | salt_concentration | 2.3 M | salt: LiDFOB", Skeleton),
        new("size and surface of a powder", Consistent, "x | bet_area | 1.34 m2/g\nx | particle_size | 2.0 um", "systems: { x: { material: LATP } }"),
        new("size and surface of a powder", Contradicted, "x | bet_area | 1.34 m2/g\nx | particle_size | 0.50 um", "systems: { x: { material: LATP } }"),
        new("volume of the products", Consistent, "LAGP | volume_expansion_ratio | 2.0", "systems: { LAGP: { material: LAGP } }"),
        new("volume of the products", Contradicted, "LAGP | volume_expansion_ratio | 4.0", "systems: { LAGP: { material: LAGP } }"),
    ];

    private static IEnumerable<CheckCase> Cells() =>
    [
        new("capacity of the formula", Consistent, "LFP cell | discharge_capacity | 157.1 mAh/g | cathode: LFP"),
        new("capacity of the formula", Contradicted, "LFP cell | discharge_capacity | 177.1 mAh/g | cathode: LFP"),
        new("resistance of the electrolyte", Consistent, "cell | bulk_resistance | 46 ohm\nfilm | ionic_conductivity | 0.58 mS/cm\nfilm | thickness | 300 um\ndisc | electrode_diameter | 12 mm", Cell),
        new("resistance of the electrolyte", Contradicted, "cell | bulk_resistance | 26 ohm\nfilm | ionic_conductivity | 0.58 mS/cm\nfilm | thickness | 300 um\ndisc | electrode_diameter | 12 mm", Cell),
        new("overpotential and current", Consistent, "x | overpotential | 34.7 mV | current_density: 0.15 mA/cm2\nx | overpotential | 107.8 mV | current_density: 0.65 mA/cm2"),
        new("overpotential and current", Undetermined, "x | overpotential | 34.7 mV | current_density: 0.15 mA/cm2\nx | overpotential | 247.8 mV | current_density: 0.65 mA/cm2"),
        new("test current and critical current", Consistent, "x | symmetric_cell_life | > 1200 h | current_density: 0.35 mA/cm2\nx | critical_current_density | 1.1 mA/cm2"),
        new("test current and critical current", Contradicted, "x | symmetric_cell_life | > 1200 h | current_density: 2.0 mA/cm2\nx | critical_current_density | 1.1 mA/cm2"),
        new("voltage across the electrolyte", Consistent, "x | symmetric_cell_life | 1000 h | current_density: 0.5 mA/cm2\nx | ionic_conductivity | 0.5 mS/cm"),
        new("voltage across the electrolyte", Undetermined, "x | symmetric_cell_life | 1000 h | current_density: 8 mA/cm2\nx | ionic_conductivity | 0.1 mS/cm"),
        new("conductivities at two temperatures", Consistent, "x | ionic_conductivity | 1.091 mS/cm | temperature: 25 degC\nx | ionic_conductivity | 4.623 mS/cm | temperature: 95 degC"),
        new("conductivities at two temperatures", Undetermined, "x | ionic_conductivity | 0.110 mS/cm | temperature: 25 degC\nx | ionic_conductivity | 0.111 mS/cm | temperature: 60 degC"),
        new("cut-off voltages", Consistent, "x | voltage_window | 2.8 to 4.3 V | cathode: NCM811"),
        new("cut-off voltages", Undetermined, "x | voltage_window | 3.0 to 3.8 V | cathode: NCM811"),
        new("cut-off voltages", Contradicted, "x | voltage_window | 2.8 to 4.8 V\nx | stability_window_upper | 4.5 V"),
        new("limit of stability", Consistent, "x | stability_window_upper | 4.6 V"),
        new("limit of stability", Undetermined, "x | stability_window_upper | 5.6 V"),
        new("energy from the stated parts", Consistent, "x | energy_density | 400 Wh/kg | cathode: NCM811\nx | areal_loading | 26 mg/cm2\nx | e_c_ratio | 1.5 g/Ah\nx | li_thickness | 50 um\nx | cell_capacity | 6 Ah"),
        new("energy from the stated parts", Contradicted, "x | energy_density | 600 Wh/kg | cathode: NCM811\nx | areal_loading | 26 mg/cm2\nx | e_c_ratio | 2.5 g/Ah\nx | li_thickness | 50 um\nx | cell_capacity | 6 Ah"),
        new("energy from the stated parts", Undetermined, "x | energy_density | 600 Wh/kg | cathode: NCM811\nx | e_c_ratio | 1.0 g/Ah\nx | cell_capacity | 6 Ah"),
        new("lithium inventory", Consistent, "cell | cycles | 100 cycles\ncell | li_thickness | 10 um\ncell | areal_capacity | 0.35 mAh/cm2\nLi,film,Cu | coulombic_efficiency | 96.3 %", Cell),
        new("lithium inventory", Undetermined, "cell | cycles | 900 cycles\ncell | li_thickness | 10 um\ncell | areal_capacity | 0.35 mAh/cm2\nLi,film,Cu | coulombic_efficiency | 96.3 %", Cell),
        new("energy of the cathode alone", Consistent, "x | energy_density | 500 Wh/kg | cathode: NCM811"),
        new("energy of the cathode alone", Contradicted, "x | energy_density | 765 Wh/kg | cathode: NCM811"),
        new("diffusivity of one material", Consistent, "LFP-a | diffusion_coefficient | 1.0e-14 cm2/s | cathode: LFP\nLFP-b | diffusion_coefficient | 1.0e-14 cm2/s | cathode: LFP"),
        new("diffusivity of one material", Undetermined, "LFP-a | diffusion_coefficient | 1.1e-14 cm2/s | cathode: LFP\nLFP-b | diffusion_coefficient | 2.3e-15 cm2/s | cathode: LFP"),
    ];

    private static IEnumerable<CheckCase> OrderAndSpectra() =>
    [
        new("expected trend", Consistent, "x | discharge_capacity | 157.1 mAh/g | c_rate: 0.1 C\nx | discharge_capacity | 139.9 mAh/g | c_rate: 1 C"),
        new("expected trend", Undetermined, "x | discharge_capacity | 137.1 mAh/g | c_rate: 0.1 C\nx | discharge_capacity | 149.9 mAh/g | c_rate: 1 C"),
        new("stated order", Consistent, "a | ionic_conductivity | 0.58 mS/cm\nb | ionic_conductivity | 0.49 mS/cm", "statements: [{ quantity: ionic_conductivity, greater: a, than: b }]"),
        new("stated order", Contradicted, "a | ionic_conductivity | 0.48 mS/cm\nb | ionic_conductivity | 0.59 mS/cm", "statements: [{ quantity: ionic_conductivity, greater: a, than: b }]"),
        new("asserted record", Consistent, "a | critical_current_density | 4.8 mA/cm2 | | Text | rank: highest of garnet\nb | critical_current_density | 3.3 mA/cm2", Garnets),
        new("asserted record", Contradicted, "a | critical_current_density | 3.3 mA/cm2 | | Text | rank: highest of garnet\nb | critical_current_density | 4.8 mA/cm2", Garnets),
        new("far above its family", Consistent, "a | ionic_conductivity | 1.0 mS/cm\nb | ionic_conductivity | 0.8 mS/cm\nc | ionic_conductivity | 0.5 mS/cm", Garnets),
        new("far above its family", Undetermined, "a | ionic_conductivity | 9.3 mS/cm\nb | ionic_conductivity | 0.8 mS/cm\nc | ionic_conductivity | 0.5 mS/cm", Garnets),
        new("label of a reflection", Consistent, "x | xrd_peak | 27.4 deg | assignment: TiO2"),
        new("label of a reflection", Contradicted, "x | xrd_peak | 27.4 deg | assignment: Al2O3"),
        new("label of a spacing", Consistent, "x | lattice_spacing | 0.23 nm | assignment: LiF (111)"),
        new("label of a spacing", Contradicted, "x | lattice_spacing | 0.28 nm | assignment: LiF (111)"),
        new("crystal system", Consistent, "x | porosity | 1 %", "systems: { x: { material: LATP, crystal: rhombohedral } }"),
        new("crystal system", Contradicted, "x | porosity | 1 %", "systems: { x: { material: LATP, crystal: cubic } }"),
        new("place of a band", Consistent, "x | ftir_peak | 1721 cm-1 | assignment: C=O stretch"),
        new("place of a band", Contradicted, "x | ftir_peak | 1721 cm-1 | assignment: C-O stretch"),
        new("splitting of a level", Consistent, "x | xps_peak | 459.2 eV | core_level: Ti 2p (3/2), assignment: Ti4+\nx | xps_peak | 464.9 eV | core_level: Ti 2p (1/2), assignment: Ti4+"),
        new("capacity per area over loading", Undetermined, "x | areal_capacity | 1.19 mAh/cm2 | cathode: NCM811\nx | areal_loading | 9.28 mg/cm2"),
        new("splitting of a level", Contradicted, "x | xps_peak | 459.2 eV | core_level: Ti 2p (3/2), assignment: Ti4+\nx | xps_peak | 466.3 eV | core_level: Ti 2p (1/2), assignment: Ti4+"),
    ];
}
