namespace Lamella.Cells.Description;

/// <summary>What joins two layers, or a layer and an electrode.</summary>
/// <param name="Resistance">Jump of the lithium potential per current, R [Ω·m²], ≥ 0.</param>
/// <param name="PartitionCoefficient">K = c⁺/c⁻ of the salt between two binary layers [–], &gt; 0.</param>
/// <param name="ActivationEnergy">Activation energy of the conductance 1/R [J/mol].</param>
/// <param name="ReferenceTemperature">Temperature of R [K].</param>
public sealed record Joint(
    double Resistance, double PartitionCoefficient, double ActivationEnergy = 0.0, double ReferenceTemperature = 298.15)
{
    /// <summary>Gets the joint without resistance or partition.</summary>
    public static Joint Perfect { get; } = new(0.0, 1.0);
}
