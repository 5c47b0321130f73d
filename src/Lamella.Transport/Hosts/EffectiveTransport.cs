using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Laws;

namespace Lamella.Transport.Hosts;

/// <summary>Turns transport coefficients of a bulk phase into effective ones of a layer, and refuses every other state.</summary>
public static class EffectiveTransport
{
    /// <summary>Converts a law of the bulk phase; an effective one stays as it is.</summary>
    /// <param name="law">Conductivity [S/m] or diffusivity [m²/s].</param>
    /// <param name="state">What the law was measured on.</param>
    /// <param name="host">The host whose pores hold the phase.</param>
    /// <returns>The effective law.</returns>
    /// <exception cref="QuantityMismatchException">The state cannot be converted; the message says what is needed.</exception>
    public static PropertyLaw ToEffective(this PropertyLaw law, ReferenceState state, PorousHost host)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Times(Factor(state, host));
    }

    /// <summary>Converts a quantity of the bulk phase; an effective one stays as it is.</summary>
    /// <param name="quantity">Conductivity or diffusivity with its state.</param>
    /// <param name="host">The host whose pores hold the phase.</param>
    /// <returns>The quantity with the state "effective in host".</returns>
    /// <exception cref="QuantityMismatchException">The state cannot be converted; the message says what is needed.</exception>
    public static Quantity ToEffective(this Quantity quantity, PorousHost host)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        double factor = Factor(quantity.State, host);
        return quantity with
        {
            Value = quantity.Value * factor,
            Uncertainty = quantity.Uncertainty * factor,
            State = ReferenceState.EffectiveInHost,
        };
    }

    /// <summary>Returns the factor from a state to the effective value.</summary>
    /// <param name="state">What the value was measured on.</param>
    /// <param name="host">The host.</param>
    /// <returns>Effective over given value [–].</returns>
    /// <exception cref="QuantityMismatchException">The state cannot be converted; the message says what is needed.</exception>
    public static double Factor(ReferenceState state, PorousHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return state switch
        {
            ReferenceState.EffectiveInHost => 1.0,
            ReferenceState.BulkPhase => host.Factor,
            _ => throw new QuantityMismatchException(Explain(state)),
        };
    }

    /// <summary>Says why a state cannot be used for a layer, and what to do.</summary>
    /// <param name="state">The state.</param>
    /// <returns>One or two sentences; empty for the states that can be used.</returns>
    public static string Explain(ReferenceState state) => state switch
    {
        ReferenceState.Pellet =>
            "A pellet value holds the grain boundaries and the porosity of that pellet, not of this layer. Divide by "
            + "(1 − p)^1.5 of the pellet's own porosity p and state it as 'bulk phase', or, if the layer is that pellet, "
            + "state it as 'effective in host'.",
        ReferenceState.Cell =>
            "A cell value holds contacts and interfaces too. Subtract their resistance, take thickness over remaining area "
            + "resistance, and state the result as 'effective in host'; put the interfaces into 'joint' and 'film resistance'.",
        ReferenceState.None =>
            "Without its state the value could be of the bulk phase or of the layer, which differ several-fold. Add "
            + "'state: bulk phase' or 'state: effective in host'.",
        _ => string.Empty,
    };
}
