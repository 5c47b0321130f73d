using Lamella.Core;
using Lamella.Energy.Description;

namespace Lamella.Energy.Building;

/// <summary>The currents at which salt runs out at the back of the cathode, in the steady state of a discharge.</summary>
/// <remarks>
/// <para>With the current density i, the drop over layer k is i·a_k, a_k = (1 − t_k)·L_k/(F·D_k), and that over a cathode is i·a_c/2 along a
/// parabola where its reaction is uniform, i·a_c along a line where all of it has moved to the back, as it does towards the end of a
/// discharge. Salt is conserved: Σ ε_k·L_k·c̄_k = Σ ε_k·L_k·c₀. With c = 0 at the back of the cathode</para>
/// <para>i = Σ ε·L·c₀ / [Σ_k ε_k·L_k·(Σ_{j after k} a_j + a_k/2 + d) + ε_c·L_c·m],</para>
/// <para>with d = a_c/2 and m = a_c/6 for the uniform reaction, d = a_c and m = a_c/2 for the reaction at the back. For a layer between two
/// lithium electrodes both are 2·F·c₀·D/[(1 − t)·L]. Constant D and t, no partition between layers. A discharge shorter than L²/D
/// may exceed them for a time.</para>
/// </remarks>
/// <param name="LimitingCurrent">The current with a uniform reaction [A/m²]: no discharge lasts above it. Infinite where nothing carries anions, or the design does not say how salt moves.</param>
/// <param name="SafeCurrent">The current with the reaction at the back [A/m²]: below it salt does not run out wherever the reaction is.</param>
/// <param name="ArealCapacity">Q_A [C/m²].</param>
/// <param name="IsKnown">Whether every layer and the cathode say how salt moves.</param>
public sealed record SaltBudget(double LimitingCurrent, double SafeCurrent, double ArealCapacity, bool IsKnown)
{
    private const double HourlySeconds = 3600.0;

    /// <summary>Gets the rate at the limiting current [1/h]; infinite where it is.</summary>
    public double LimitingRate => LimitingCurrent * HourlySeconds / ArealCapacity;

    /// <summary>Gets the rate at the safe current [1/h]; infinite where it is.</summary>
    public double SafeRate => SafeCurrent * HourlySeconds / ArealCapacity;

    /// <summary>Computes the currents of a designed cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Its budget.</returns>
    public static SaltBudget Of(CellDesign cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        CathodeDesign cathode = cell.Cathode;
        if (cathode.PoreSalt is not { } pores || cell.Layers.Any(layer => layer.Salt is null))
        {
            return new SaltBudget(double.PositiveInfinity, double.PositiveInfinity, cathode.ArealCapacity, false);
        }

        double drop = Drop(pores, cathode.Thickness);
        return new SaltBudget(Current(cell, pores, 0.5 * drop, drop / 6.0), Current(cell, pores, drop, 0.5 * drop), cathode.ArealCapacity, true);
    }

    private static double Current(CellDesign cell, SaltTransport pores, double front, double mean)
    {
        double space = cell.Cathode.Porosity * cell.Cathode.Thickness;
        (double salt, double weight, double after) = (space * pores.Concentration, space * mean, front);
        foreach (LayerDesign layer in cell.Layers.Reverse())
        {
            double own = Drop(layer.Salt!, layer.Thickness), holds = layer.Salt!.VolumeFraction * layer.Thickness;
            salt += holds * layer.Salt.Concentration;
            weight += holds * (after + (0.5 * own));
            after += own;
        }

        return weight > 0.0 ? salt / weight : double.PositiveInfinity;
    }

    private static double Drop(SaltTransport salt, double thickness) =>
        (1.0 - salt.TransferenceNumber) * thickness / (PhysicalConstants.Faraday * salt.Diffusivity);
}
