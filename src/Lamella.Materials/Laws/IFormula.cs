using Lamella.Numerics.Dual;

namespace Lamella.Materials.Laws;

/// <summary>The closed form of a property, written once over a number type so that its slope comes from dual numbers.</summary>
public interface IFormula
{
    /// <summary>Computes the property.</summary>
    /// <typeparam name="T">Plain or dual number.</typeparam>
    /// <param name="argument">Salt concentration c [mol/m³] or stoichiometry x [–], as the law says.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The property in SI.</returns>
    T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>;
}
