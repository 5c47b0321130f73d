namespace Lamella.Core;

/// <summary>States the unit of a public number, for readers, plot axes, CSV headers and the unit contract test.</summary>
/// <param name="symbol">SI symbol such as <c>A/m²</c>; <c>–</c> when dimensionless.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnitAttribute(string symbol) : Attribute
{
    /// <summary>Gets the SI symbol.</summary>
    public string Symbol { get; } = symbol;
}
