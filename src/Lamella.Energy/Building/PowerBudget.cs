using Lamella.Energy.Description;

namespace Lamella.Energy.Building;

/// <summary>The resistance of a cell per area of one cathode side, and the rates that it allows.</summary>
/// <remarks>
/// R = Σ L/σ + R_interfaces + R_contact + t_c/(3κ), the last for the ions in a cathode whose reaction is uniform. Ohmic, for the
/// begin of a step: neither salt depletion nor diffusion in particles is in it; simulate the cell for those.
/// </remarks>
/// <param name="AreaResistance">R [Ω·m²]; 0 where the design states no resistance.</param>
/// <param name="ArealCapacity">Q_A [C/m²].</param>
public sealed record PowerBudget(double AreaResistance, double ArealCapacity)
{
    private const double HourlySeconds = 3600.0;

    /// <summary>Returns the overpotential at a rate [V].</summary>
    /// <param name="rate">The rate [1/h].</param>
    /// <returns>η = rate·Q_A·R [V].</returns>
    public double Overpotential(double rate) => rate * ArealCapacity / HourlySeconds * AreaResistance;

    /// <summary>Returns the rate at which the overpotential reaches a limit [1/h].</summary>
    /// <param name="limit">The overpotential [V].</param>
    /// <returns>The rate [1/h]; infinite where the design states no resistance.</returns>
    public double RateAt(double limit) => limit / Overpotential(1.0);

    /// <summary>Computes the resistance of a designed cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Its resistance.</returns>
    /// <remarks>A layer without a stated conductivity adds none: <see cref="IsComplete"/> says whether one is missing.</remarks>
    public static PowerBudget Of(CellDesign cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double layers = cell.Layers.Where(layer => layer.Conductivity > 0.0).Sum(layer => layer.Thickness / layer.Conductivity);
        double pores = cell.Cathode.PoreConductivity > 0.0 ? cell.Cathode.Thickness / (3.0 * cell.Cathode.PoreConductivity) : 0.0;
        return new PowerBudget(layers + pores + cell.InterfaceResistance + cell.ContactResistance, cell.Cathode.ArealCapacity)
        {
            IsComplete = cell.Layers.All(layer => layer.Conductivity > 0.0),
        };
    }

    /// <summary>Gets a value indicating whether every layer states its conductivity.</summary>
    public bool IsComplete { get; private init; }
}
