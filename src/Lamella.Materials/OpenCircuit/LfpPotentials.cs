using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>U(x) of LiFePO₄ after Afshar, Morris and Khajepour (2017).</summary>
/// <remarks>
/// U = 3.4077 − 0.020269 x + 0.5 e^(−150 x) − 0.9 e^(−30(1−x)) [V]; x in LiₓFePO₄, one branch (no hysteresis).
/// <b>Source.</b> arXiv 1709.03970, as carried by the public set PyBaMM Prada2013.
/// </remarks>
public readonly record struct LfpAfshar2017 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T one = 1.0;
        T empty = T.Exp(argument * -150.0) * 0.5;
        T full = T.Exp((one - argument) * -30.0) * 0.9;
        return (argument * -0.020269) + 3.4077 + empty - full;
    }
}

/// <summary>U(x) of LiFePO₄ in a commercial 18650 cell, from the BPX example (2022).</summary>
/// <remarks>
/// U = 3.41285712 − 1.49721852·10⁻² x + 3.54866018·10¹⁴ e^(−395.729493 x) − 1.45998465 e^(−110.108622(1−x)) [V].
/// x counts from the cell's own window (0.0875 to 0.95038): below 0.0845 the first exponential leaves every physical range.
/// <b>Source.</b> FaradayInstitution/BPX, examples/lfp_18650_cell_BPX.json.
/// </remarks>
public readonly record struct LfpBpx2022 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T one = 1.0;
        T empty = T.Exp(argument * -395.729493) * 3.54866018e14;
        T full = T.Exp((one - argument) * -110.108622) * 1.45998465;
        return (argument * -1.49721852e-2) + 3.41285712 + empty - full;
    }
}
