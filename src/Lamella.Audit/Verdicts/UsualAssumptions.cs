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
        new(RecordFactor, 3.0, 2.0, 5.0, "1", "Factor by which one value may exceed all others of its family before it stands out.", "chosen"),
        new(PouchDensity, 2400.0, 2000.0, 3000.0, "kg/m3", "Mass per outer volume of a lithium-metal pouch cell.", "computed from the layer stacks of the published pouch cells"),
    ];
}
