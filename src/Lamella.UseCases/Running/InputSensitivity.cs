using Lamella.Cells.Sensitivities;
using Lamella.Core.Quantities;

namespace Lamella.UseCases.Running;

/// <summary>Derivatives of a run by one input of the cell.</summary>
/// <param name="Input">The input with the value and unit of the file.</param>
/// <param name="Path">Its path in cell.yaml.</param>
/// <param name="Derivatives">The derivatives per SI unit of the input.</param>
public sealed record InputSensitivity(string Path, Quantity Input, ParameterSensitivity Derivatives)
{
    /// <summary>Gets the derivative per unit of the file from one per SI unit.</summary>
    /// <param name="perSi">Derivative per SI unit.</param>
    /// <returns>Derivative per unit of the file; temperatures count as differences.</returns>
    public double PerUnit(double perSi) => perSi * Input.Unit.Factor;

    /// <summary>Gets what one per cent more of the input changes, to first order.</summary>
    /// <param name="perSi">Derivative per SI unit.</param>
    /// <returns>The change, in the unit of the quantity that was derived.</returns>
    public double PerPercent(double perSi) => 0.01 * Derivatives.Value * perSi;

    /// <summary>Gets the elasticity of a reported quantity: its relative change over that of the input.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="perSi">Its derivative per SI unit.</param>
    /// <returns>The elasticity [–]; NaN where the quantity is 0.</returns>
    public double Elasticity(double quantity, double perSi) => quantity == 0.0 ? double.NaN : Derivatives.Value * perSi / quantity;
}
