using Lamella.Core.Errors;
using Lamella.Energy.Description;

namespace Lamella.Energy.Targets;

/// <summary>What a design must keep while it is changed.</summary>
public sealed record DesignConstraints
{
    /// <summary>The thinnest layer that a search tries where no limit is stated [m].</summary>
    public const double ThinnestSought = 1e-6;

    /// <summary>By how much the loading may grow where no limit is stated [–].</summary>
    public const double MostGrowth = 5.0;

    private const double ThinnestFoil = 1e-6; // a free-standing foil has some thickness

    /// <summary>Gets the greatest overpotential at <see cref="Rate"/> [V]; infinite for none.</summary>
    public double Overpotential { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the rate of the overpotential and of the salt [1/h].</summary>
    public double Rate { get; init; } = 1.0;

    /// <summary>Gets a value indicating whether the safe current of salt must reach <see cref="Rate"/>.</summary>
    public bool KeepsSalt { get; init; }

    /// <summary>Gets the cycles that the lithium must last [–]; 0 for none.</summary>
    public double Cycles { get; init; }

    /// <summary>Gets the least thickness of the electrolyte [m].</summary>
    public double LeastThickness { get; init; } = ThinnestSought;

    /// <summary>Gets the greatest active loading [kg/m²].</summary>
    public required double GreatestLoading { get; init; }

    /// <summary>Gets the least lithium at assembly [m].</summary>
    public double LeastLithium { get; init; }

    /// <summary>Reads the constraints of a design.</summary>
    /// <param name="sheet">The design file.</param>
    /// <param name="design">The cell that it describes.</param>
    /// <returns>The constraints; what the file leaves out binds nothing.</returns>
    /// <exception cref="InputException">An overpotential is limited without a rate.</exception>
    public static DesignConstraints Of(DesignSheet sheet, CellDesign design)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(design);
        if (sheet.Find("constraints/overpotential") is { } limit && sheet.Find("constraints/rate") is null)
        {
            throw new InputException(
                limit.Place, "'constraints / overpotential' does not say at which rate.", "an overpotential with a rate", "Add 'rate: 0.5C' beside it.");
        }

        return new DesignConstraints
        {
            Overpotential = sheet.Find("constraints/overpotential")?.Si ?? double.PositiveInfinity,
            KeepsSalt = sheet.Find("constraints/rate") is not null,
            Rate = sheet.Find("constraints/rate")?.Si ?? 1.0,
            Cycles = sheet.Find("constraints/cycles")?.Si ?? 0.0,
            LeastThickness = sheet.Find("constraints/least electrolyte thickness")?.Si ?? ThinnestSought,
            GreatestLoading = sheet.Find("constraints/greatest loading")?.Si ?? MostGrowth * design.Cathode.ActiveLoading,
            LeastLithium = Math.Max(sheet.Find("constraints/least lithium")?.Si ?? 0.0, design.Anode.Collector is null ? ThinnestFoil : 0.0),
        };
    }
}
