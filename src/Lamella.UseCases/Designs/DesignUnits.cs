using Lamella.Energy.Building;
using Lamella.Energy.Sensitivities;
using Lamella.Energy.Targets;

namespace Lamella.UseCases.Designs;

/// <summary>The units in which the field writes what a design has, and the words for its parts.</summary>
public static class DesignUnits
{
    /// <summary>1 Wh/kg [J/kg].</summary>
    public const double WattHourPerKilogram = 3600.0;

    /// <summary>1 Wh/L [J/m³].</summary>
    public const double WattHourPerLitre = 3.6e6;

    /// <summary>1 mAh/cm² [C/m²].</summary>
    public const double MilliampereHourPerSquareCentimetre = 3.6e4;

    private const double Rounding = 1e-9; // relative

    /// <summary>Names a basis so that nobody takes it for another.</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>For example <c>cathode (active only)</c>.</returns>
    public static string Words(EnergyBasis basis) => basis == EnergyBasis.Cathode ? "cathode (active only)" : basis.Text();

    /// <summary>Names a constraint.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="constraints">Its values.</param>
    /// <returns>For example <c>overpotential at 0.2C</c>.</returns>
    public static string Words(TargetConstraint constraint, DesignConstraints constraints)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        return constraint switch
        {
            TargetConstraint.Overpotential => FormattableString.Invariant($"overpotential at {constraints.Rate:G4}C"),
            TargetConstraint.Salt => FormattableString.Invariant($"salt at {constraints.Rate:G4}C"),
            TargetConstraint.Inventory => FormattableString.Invariant($"lithium for {constraints.Cycles:G6} cycles"),
            TargetConstraint.ElectrolyteThickness => "least electrolyte thickness",
            _ => "greatest loading",
        };
    }

    /// <summary>Writes the value of a constraint with its unit.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="si">The value in SI.</param>
    /// <returns>For example <c>200 mV</c>; <c>no limit</c> where it is not finite.</returns>
    public static string Value(TargetConstraint constraint, double si) => !double.IsFinite(si) ? "no limit" : constraint switch
    {
        TargetConstraint.Overpotential => FormattableString.Invariant($"{1e3 * si:G4} mV"),
        TargetConstraint.Salt => FormattableString.Invariant($"{si:G4}C"),
        TargetConstraint.Inventory => FormattableString.Invariant($"{si:G4} cycles"),
        TargetConstraint.ElectrolyteThickness => FormattableString.Invariant($"{1e6 * si:G4} um"),
        _ => FormattableString.Invariant($"{100.0 * si:G4} mg/cm2"),
    };

    /// <summary>Returns an uncertainty to print: 0 where it is only the rounding of a difference.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The uncertainty, in its unit.</returns>
    public static double Spread(UncertainValue value) => value.Uncertainty > Rounding * Math.Abs(value.Value) ? value.Uncertainty : 0.0;
}
