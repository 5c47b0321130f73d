using System.Collections.Immutable;
using static Lamella.Audit.Verdicts.Outcome;

namespace Lamella.Audit.Tests.Checks;

/// <summary>Lists of works, names, statements and classes for the checks of them, none from a publication.</summary>
internal static class WorkCases
{
    private const string Any = "x | porosity | 10 %";

    internal static ImmutableArray<CheckCase> All { get; } =
    [
        new("volume and year of a journal", Contradicted, Any, "works: { '1': J. Test. 5 (2020) 11-20, '2': J. Test. 7 (2022) 1-9, '3': J. Test. 18 (2023) 3-8 }"),
        new("volume and year of a journal", Undetermined, Any, "works: { '1': J. Test. 5 (2020) 11-20, '2': J. Test. 7 (2022) 1-9, '3': J. Test. 8 (2022) 3-8 }"),
        new("volume and year of a journal", Contradicted, Any, "works: { '1': Adv. Mater. 20 (2018) 1700001 }"),
        new("pages of a work", Contradicted, Any, "works: { '1': J. Test. 5 (2020) 6820-687723 }"),
        new("pages of a work", Contradicted, Any, "works: { '1': J. Test. 5 (2020) 820-810 }"),
        new("pages of a work", Undetermined, Any, "works: { '1': J. Test. 5 (2020) 2010231, '2': J. Test. 6 (2021) 21102 }"),
        new("setting of a protocol", Undetermined, "x | test_temperature | 25 degC | | Text | kind: protocol\nx | test_temperature | 25 to 80 degC | | 4.4 | kind: protocol"),
        new("basis of an energy", Undetermined, "x | energy_density | 586 Wh/kg"),
        new("printed name", Contradicted, "PDA film | porosity | 10 % | | Table 1 | printed: { about: PAD film }"),
        new("printed name", Contradicted, "x | capacity_retention | 90 % | | Table 1 | printed: { quantity: energy retention }"),
        new("opposite statements", Contradicted, Any, "statements: [{ quantity: ionic_conductivity, greater: a, than: b, in: Abstract }, { quantity: ionic_conductivity, greater: b, than: a, in: Text }]"),
        new("opposite statements", Undetermined, Any, "statements: [{ quantity: ionic_conductivity, greater: a, than: b, in: Abstract }, { quantity: ionic_conductivity, greater: b, than: a, in: Text, kind: reading }]"),
        new("stated order", Undetermined, "a | thickness | 3 um\nb | thickness | 5 um", "statements: [{ quantity: thickness, greater: a, than: b, in: Text, kind: reading }]"),
        new("entry as printed", Contradicted, "x | thickness | 81 um | | Text | reference: '3'\nx | thickness | 95 um | | Table 1 | reference: '3', kind: as printed"),
        new("order in two tests", Consistent, "a | discharge_capacity | 150 mAh/g | c_rate: 1 C | Fig. 1\nb | discharge_capacity | 120 mAh/g | c_rate: 1 C | Fig. 1\na | initial_capacity | 152 mAh/g | c_rate: 1 C, cycle: '1' | Fig. 2\nb | initial_capacity | 125 mAh/g | c_rate: 1 C, cycle: '1' | Fig. 2"),
        new("order in two tests", Contradicted, "a | discharge_capacity | 150 mAh/g | c_rate: 1 C | Fig. 1\nb | discharge_capacity | 120 mAh/g | c_rate: 1 C | Fig. 1\na | initial_capacity | 135 mAh/g | c_rate: 1 C, cycle: '1' | Fig. 2\nb | initial_capacity | 152 mAh/g | c_rate: 1 C, cycle: '1' | Fig. 2"),
        new("range of a class", Consistent, "all | ionic_conductivity | 1 to 10 mS/cm\na | ionic_conductivity | 2.4 mS/cm", "systems: { all: { class: sulfide }, a: { family: sulfide } }"),
        new("range of a class", Undetermined, "all | ionic_conductivity | 1 to 10 mS/cm\na | ionic_conductivity | 0.66 mS/cm", "systems: { all: { class: sulfide }, a: { family: sulfide } }"),
        new("outside the scope", Undetermined, "PEO-only | thickness | 3 um | | Table 1\nPEO-LATP | thickness | 3 um | | Table 1", "scopes: [{ in: Table 1, words: [LATP] }]"),
        new("outside the scope", Undetermined, "x | energy_density | 400 Wh/kg | cathode: LRMO | Table 1", "scopes: [{ in: Table 1, of: cathode, words: [NCM, LCO] }]"),
        new("asserted record", Contradicted, "a | thickness | 3 um | | Text | rank: high of garnet\nb | thickness | 8 um\nc | thickness | 9 um", "systems: { a: { family: garnet }, b: { family: garnet }, c: { family: garnet } }"),
        new("asserted record", Consistent, "a | thickness | 8 um | | Text | rank: high of garnet\nb | thickness | 3 um\nc | thickness | 7 um", "systems: { a: { family: garnet }, b: { family: garnet }, c: { family: garnet } }"),
        new("far above its family", Consistent, "a | ionic_conductivity | 3.0 mS/cm | temperature: 80 degC\nb | ionic_conductivity | 1.2 mS/cm | temperature: 80 degC", "systems: { a: { family: PEO }, b: { family: PEO } }"),
        new("far above its family", Undetermined, "a | ionic_conductivity | 3.3 mS/cm | temperature: 25 degC\nb | ionic_conductivity | 2.1 mS/cm | temperature: 80 degC\nc | ionic_conductivity | 0.2 mS/cm | temperature: 25 degC\nd | ionic_conductivity | 0.1 mS/cm | temperature: 30 degC", "systems: { a: { family: PEO }, b: { family: PEO }, c: { family: PEO }, d: { family: PEO } }"),
        new("label of a reflection", Consistent, "x | xrd_peak | 25.3 deg | assignment: TiO2"),
        new("label of a reflection", Consistent, "x | xrd_peak | 25.3 deg | assignment: TiO2, radiation: Cu Ka"),
        new("label of a reflection", Consistent, "x | xrd_peak | 11.6 deg | assignment: TiO2, radiation: Mo Ka, wavelength: 0.07093 nm"),
        new("label of a reflection", Contradicted, "x | xrd_peak | 25.3 deg | assignment: Al2O3, radiation: Co Ka, wavelength: 0.1789 nm"),
        new("label of a reflection", Undetermined, "x | xrd_peak | 11.6 deg | assignment: TiO2, radiation: Mo Ka"),
        new("label of a reflection", Undetermined, "x | xrd_peak | 11.6 deg | assignment: TiO2, wavelength: 154 nm"),
        new("label of a reflection", Consistent, "x | xrd_peak | 26.4 deg | assignment: AlPO4"),
        new("same digits of different works", Undetermined, "x | capacity_retention | 80.9 % | | Table 1 | reference: '3'\ny | capacity_retention | 80.9 % | | Table 1 | reference: '4'"),
    ];
}
