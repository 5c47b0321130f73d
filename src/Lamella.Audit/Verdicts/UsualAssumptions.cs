using System.Collections.Immutable;

namespace Lamella.Audit.Verdicts;

/// <summary>The assumptions that verdicts rest on, with value, range and reason. A file may change each of them.</summary>
public static class UsualAssumptions
{
    /// <summary>Relative half width that "about" stands for.</summary>
    public const string About = "width of about";

    /// <summary>Relative difference between two cells of one kind.</summary>
    public const string CapacityRepeat = "repeat of a capacity";

    /// <summary>Relative difference between two determinations of a conductivity or resistance.</summary>
    public const string ConductionRepeat = "repeat of a conduction";

    /// <summary>Distance of two determinations of one line.</summary>
    public const string BindingEnergyRepeat = "repeat of a binding energy";

    /// <summary>Distance of two determinations of one band.</summary>
    public const string BandRepeat = "repeat of a band";

    /// <summary>Distance of two determinations of one reflection.</summary>
    public const string ReflectionRepeat = "repeat of a reflection";

    /// <summary>Volume of the wetting liquid, pore walls and such that a density leaves open.</summary>
    public const string DensityError = "error of a density";

    /// <summary>Factor by which a value may exceed all others of its family.</summary>
    public const string RecordFactor = "factor above a family";

    /// <summary>Density of a lithium-metal pouch cell.</summary>
    public const string PouchDensity = "density of a pouch cell";

    /// <summary>Porosity of a pellet that was measured for comparison.</summary>
    public const string PelletPorosity = "porosity of a pellet";

    /// <summary>Thickness of a layer that coats a membrane.</summary>
    public const string CoatingThickness = "thickness of a coating";

    /// <summary>Thickness of an electrolyte.</summary>
    public const string ElectrolyteThickness = "thickness of an electrolyte";

    /// <summary>Voltage that a long test may cost across the electrolyte.</summary>
    public const string LargestDrop = "voltage across an electrolyte";

    /// <summary>Least activation energy of an ion conductor.</summary>
    public const string LeastEnergy = "least activation energy";

    /// <summary>Density of a gel or liquid electrolyte.</summary>
    public const string GelDensity = "density of a gel";

    /// <summary>Share of the active material in the mass of a cell.</summary>
    public const string CathodeShare = "share of the cathode in a cell";

    /// <summary>Share of the capacity of the formula that is used.</summary>
    public const string UsableCapacity = "usable share of a formula";

    /// <summary>Porosity of a pressed green body without its pore former.</summary>
    public const string GreenPorosity = "porosity of a green body";

    /// <summary>Share of the volume that is lost in sintering.</summary>
    public const string Shrinkage = "shrinkage in sintering";

    /// <summary>Error of a mass step as a share of the first mass.</summary>
    public const string MassStepError = "error of a mass step";

    /// <summary>Greatest limit of stability that long holds confirm.</summary>
    public const string GreatestLimit = "greatest limit of stability";

    /// <summary>Salt per volume of an electrolyte.</summary>
    public const string Salt = "salt of an electrolyte";

    /// <summary>Transference number of an electrolyte.</summary>
    public const string Transference = "transference number";

    /// <summary>Current on a bare protrusion over that far away.</summary>
    public const string TipSharpness = "sharpness of a protrusion";

    /// <summary>Resistance between a polymer and a ceramic.</summary>
    public const string PhaseResistance = "resistance between phases";

    /// <summary>Mass of salt that a litre of solution can hold.</summary>
    public const string SaltInLitre = "salt in a litre";

    /// <summary>Charge per area of a pouch cell.</summary>
    public const string PouchArealCapacity = "areal capacity of a pouch cell";

    /// <summary>Difference between limits of stability within one family.</summary>
    public const string WindowSpread = "spread of windows";

    private const string Chosen = "chosen; two cells of one batch seldom differ by less, reports of one cell type seldom by more";

    /// <summary>Gets all of them.</summary>
    internal static ImmutableArray<Assumption> All { get; } =
    [
        new(About, 0.05, 0.02, 0.10, "1", "Relative half width of a number printed with 'about'.", "chosen: half a digit of a number with one and a half significant digits"),
        new(CapacityRepeat, 0.02, 0.0, 0.05, "1", "Relative difference between capacities of two cells of one kind under the same conditions.", Chosen),
        new(ConductionRepeat, 0.05, 0.0, 0.20, "1", "Relative difference between two determinations of a conductivity, resistance or overpotential.", Chosen),
        new(BindingEnergyRepeat, 0.2, 0.1, 0.4, "eV", "Difference between two determinations of one photoelectron line after charge referencing.", "ASTM E2108 and common practice"),
        new(BandRepeat, 6.0, 2.0, 15.0, "cm-1", "Difference between two determinations of one vibrational band.", "chosen: resolution 4 cm-1 and shifts with the surroundings"),
        new(ReflectionRepeat, 0.15, 0.05, 0.35, "deg", "Difference of a diffraction angle from the computed one: height of the sample, composition, lattice.", "chosen: 0.1 mm of height displaces by 0.04 deg"),
        new(DensityError, 0.03, 0.0, 0.08, "1", "Relative error of a density that is not stated.", "chosen: spread of handbook values of polymers"),
        new(RecordFactor, 3.0, 2.0, 5.0, "1", "Factor by which one value may exceed all others of its family before it stands out.", "chosen: dopings and routes of one family differ by less, a slipped power of ten by more"),
        new(PouchDensity, 2400.0, 2000.0, 3000.0, "kg/m3", "Mass per outer volume of a lithium-metal pouch cell.", "computed from the layer stacks of the published pouch cells"),
        new(PelletPorosity, 0.1, 0.0, 0.3, "1", "Porosity of a sintered pellet; the dense solid conducts better by (1 − p)^-1.5.", "chosen: pressed and sintered oxides reach 70 to 99 % of their density"),
        new(CoatingThickness, 10.0, 5.0, 20.0, "um", "Thickness of each layer that coats a membrane where it is not stated.", "chosen: brushed and cured gels; below 5 um a layer shows in no cross-section"),
        new(ElectrolyteThickness, 50.0, 10.0, 100.0, "um", "Thickness of an electrolyte where it is not stated.", "chosen: free-standing films"),
        new(LargestDrop, 0.2, 0.1, 0.5, "V", "Voltage across the electrolyte that a long test of a symmetric cell may cost.", "chosen: shorts and windows end tests above it"),
        new(LeastEnergy, 0.1, 0.05, 0.15, "eV", "Least activation energy of an ion conductor near room temperature.", "J. C. Bachman et al., Chem. Rev. 116 (2016) 140, doi 10.1021/acs.chemrev.5b00563"),
        new(GelDensity, 1300.0, 1200.0, 1400.0, "kg/m3", "Density of a gel or liquid electrolyte.", "chosen: carbonates with salt and polymer"),
        new(CathodeShare, 0.68, 0.6, 0.75, "1", "Share of the active material in the mass of the whole cell.", "computed from the layer stacks of the published pouch cells: 0.6 to 0.72"),
        new(UsableCapacity, 0.82, 0.7, 0.9, "1", "Share of the capacity of the formula that a cathode gives between usual cut-offs.", "NCM811 gives 0.75 to 0.82 of 275.5 mAh/g; H.-J. Noh et al., J. Power Sources 233 (2013) 121, doi 10.1016/j.jpowsour.2013.01.063"),
        new(GreenPorosity, 0.35, 0.15, 0.5, "1", "Porosity of a pressed green body apart from its pore former.", "chosen: dry-pressed oxide powders reach 50 to 65 % of their density"),
        new(Shrinkage, 0.1, 0.0, 0.4, "1", "Share of the volume of a green body that is lost in sintering.", "chosen: none where a skeleton is only joined, 40 % where it is sintered dense"),
        new(MassStepError, 0.01, 0.005, 0.02, "1", "Error of a step of a thermogravimetric curve, as a share of the first mass.", "chosen: drift and overlap of steps"),
        new(GreatestLimit, 5.0, 4.7, 5.5, "V", "Greatest potential against lithium at which an organic electrolyte was seen stable in long holds.", "F. Han et al., Adv. Energy Mater. 6 (2016) 1501590, doi 10.1002/aenm.201501590: sweeps overestimate"),
        new(Salt, 1.0, 0.2, 4.0, "mol/L", "Salt per volume of an electrolyte where it is not stated.", "chosen: usual electrolytes hold 0.5 to 2 mol/L"),
        new(Transference, 0.4, 0.1, 0.9, "1", "Transference number where it is not stated.", "chosen: liquids and polymers 0.2 to 0.5, single-ion conductors up to 0.9"),
        new(TipSharpness, 3.0, 3.0, 50.0, "1", "Current on the tip of a bare protrusion over that far away: 3 for a hemisphere, 49.3 for a needle ten times as high as wide.", "potential of a prolate spheroid in a uniform field, ξ³/[λ·ln(λ + ξ) − ξ] with ξ² = λ² − 1"),
        new(PhaseResistance, 100.0, 1.0, 10000.0, "ohm cm2", "Resistance between a polymer and a ceramic where it is not stated.", "9 kΩ·cm² between a garnet and dry poly(ethylene oxide), far less between wetted phases; review: Inorganics 10 (2022) 60, doi 10.3390/inorganics10050060"),
        new(SaltInLitre, 1400.0, 1000.0, 2300.0, "g/L", "Mass of salt that a litre of solution can hold.", "chosen: saturated solutions of lithium imides hold about 1.2 to 1.4 kg; no lithium salt of batteries is denser than 2.3 g/cm3"),
        new(PouchArealCapacity, 6.0, 3.0, 10.0, "mAh/cm2", "Charge per area of one side of a pouch cell where it is not stated.", "chosen: 3 to 8 mAh/cm2 are stated for the published pouch cells"),
        new(WindowSpread, 0.5, 0.3, 1.5, "V", "Difference between the limits of stability of two members of one family.", "chosen: sweeps and holds of one electrolyte differ by some tenths of a volt"),
    ];
}
