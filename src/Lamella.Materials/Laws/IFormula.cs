using Lamella.Numerics.Dual;

namespace Lamella.Materials.Laws;

/// <summary>The closed form of a property, written once over a number type so that its slope comes from dual numbers.</summary>
/// <remarks>It decides nothing by the value of a number: it is also evaluated at several points at once, and written as text.</remarks>
public interface IFormula
{
    /// <summary>Computes the property.</summary>
    /// <typeparam name="T">Plain or dual number, or several plain ones side by side.</typeparam>
    /// <param name="argument">Salt concentration c [mol/m³] or stoichiometry x [–], as the law says.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The property in SI.</returns>
    T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>;
}
