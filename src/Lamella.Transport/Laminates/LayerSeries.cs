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
