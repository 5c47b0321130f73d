namespace Lamella.Transport.Laminates;

/// <summary>One layer, or one phase, with the properties that close together.</summary>
/// <param name="Extent">Thickness of a layer [m]; share of the volume of a phase [–]. Above 0.</param>
/// <param name="Conductivity">σ [S/m], above 0; effective in the layer, or effective in the host for a phase.</param>
/// <param name="ActivationEnergy">E of σT [J/mol].</param>
/// <param name="Transference">ρ₊, share of the steady current that lithium carries [–], above 0 and at most 1.</param>
public readonly record struct Branch(double Extent, double Conductivity, double ActivationEnergy, double Transference);

/// <summary>Conductivity, activation energy and transference number of layers in series and of phases in parallel, jointly.</summary>
/// <remarks>
/// <para>Series, with resistances Rᵢ = Lᵢ/σᵢ: σ = ΣL/ΣR, E = ΣRᵢEᵢ/ΣR, ρ₊ = ΣR/Σ(Rᵢ/ρᵢ). Parallel, with shares of the
/// conductance wᵢ = σᵢ/Σσ of effective values: σ = Σσᵢ, E = ΣwᵢEᵢ, ρ₊ = Σwᵢρᵢ. The energies are the local slopes of the
/// logarithm of σT at the temperature of the conductivities.</para>
/// <para><b>Source.</b> Kirchhoff's laws; ρ₊: M. D. Galluzzo et al., J. Electrochem. Soc. 167 (2020) 020554, doi 10.1149/1945-7111/ab6c6b.</para>
/// </remarks>
public static class LayerSeries
{
    /// <summary>Closes layers that the current crosses one after the other.</summary>
    /// <param name="layers">The layers, at least one.</param>
    /// <returns>The laminate as one layer.</returns>
    /// <exception cref="ArgumentException">There is no layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A thickness, conductivity or transference number is outside its range.</exception>
    public static Branch Series(ReadOnlySpan<Branch> layers)
    {
        Check(layers);
        double length = 0.0, resistance = 0.0, energy = 0.0, anions = 0.0;
        foreach (Branch layer in layers)
        {
            double own = layer.Extent / layer.Conductivity;
            length += layer.Extent;
            resistance += own;
            energy += own * layer.ActivationEnergy;
            anions += own / layer.Transference;
        }

        return new Branch(length, length / resistance, energy / resistance, resistance / anions);
    }

    /// <summary>Closes phases that carry current side by side through the whole thickness.</summary>
    /// <param name="phases">The phases with conductivities effective in the host, at least one.</param>
    /// <returns>The mixture as one phase.</returns>
    /// <exception cref="ArgumentException">There is no phase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share, conductivity or transference number is outside its range.</exception>
    public static Branch Parallel(ReadOnlySpan<Branch> phases)
    {
        Check(phases);
        double extent = 0.0, conductance = 0.0, energy = 0.0, lithium = 0.0;
        foreach (Branch phase in phases)
        {
            extent += phase.Extent;
            conductance += phase.Conductivity;
            energy += phase.Conductivity * phase.ActivationEnergy;
            lithium += phase.Conductivity * phase.Transference;
        }

        return new Branch(extent, conductance, energy / conductance, lithium / conductance);
    }

    /// <summary>Finds the conductivity of one layer from that of the laminate and of the other layers.</summary>
    /// <param name="totalThickness">ΣL of the laminate [m], above 0.</param>
    /// <param name="totalConductivity">σ of the laminate [S/m], above 0.</param>
    /// <param name="knownResistance">ΣR of the other layers [Ω·m²], ≥ 0.</param>
    /// <param name="thickness">L of the layer that is looked for [m], above 0.</param>
    /// <returns>σ of the layer [S/m]; negative or infinite where no layer closes the balance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Missing(double totalThickness, double totalConductivity, double knownResistance, double thickness)
    {
        Demand.Positive(totalThickness, "m", nameof(totalThickness));
        Demand.Positive(totalConductivity, "S/m", nameof(totalConductivity));
        Demand.NotNegative(knownResistance, "Ω·m²", nameof(knownResistance));
        Demand.Positive(thickness, "m", nameof(thickness));
        return thickness / ((totalThickness / totalConductivity) - knownResistance);
    }

    /// <summary>Finds the share of one of two phases from a property that adds up by shares of the conductance.</summary>
    /// <param name="whole">E or ρ₊ of the mixture, in the unit of the phases.</param>
    /// <param name="first">That of the phase whose share is looked for.</param>
    /// <param name="second">That of the other phase; not equal to the first.</param>
    /// <returns>w of the first phase [–]; outside 0 to 1 where the mixture does not lie between its phases.</returns>
    /// <exception cref="ArgumentException">Both phases are alike: every share gives the same mixture.</exception>
    public static double Share(double whole, double first, double second) => first == second
        ? throw new ArgumentException(FormattableString.Invariant($"Both phases have {first}: every share gives the same mixture."), nameof(second))
        : (whole - second) / (first - second);

    /// <summary>Finds a property of the second of two phases from the mixture, the first phase and its share of the conductance.</summary>
    /// <param name="whole">E or ρ₊ of the mixture.</param>
    /// <param name="first">That of the first phase, in the same unit.</param>
    /// <param name="share">w of the first phase [–], at least 0 and below 1.</param>
    /// <returns>(whole − w·first)/(1 − w), in that unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public static double Second(double whole, double first, double share)
    {
        Demand.Below1(share, nameof(share));
        return (whole - (share * first)) / (1.0 - share);
    }

    private static void Check(ReadOnlySpan<Branch> branches)
    {
        if (branches.IsEmpty)
        {
            throw new ArgumentException("There is no layer or phase; give at least one.", nameof(branches));
        }

        foreach (Branch branch in branches)
        {
            Demand.Positive(branch.Extent, "m or –", nameof(branch.Extent));
            Demand.Positive(branch.Conductivity, "S/m", nameof(branch.Conductivity));
            Demand.Positive(branch.Transference, "–", nameof(branch.Transference));
        }
    }
}
