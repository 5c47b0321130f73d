using Lamella.Core;
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

/// <summary>U(x) of one LiFePO₄ particle of one composition, as a regular solution.</summary>
/// <remarks>
/// <para>U = 3.422 V − (RT/F)·ln[x/(1 − x)] − (Ω/F)·(1 − 2x) with Ω = 1.856·10⁻²⁰ J per lithium, 4.51 RT at 25 °C.</para>
/// <para>Between the spinodal points x(1 − x) = RT/2Ω, 0.127 and 0.873 at 25 °C, U rises with x: a particle there is not stable
/// and passes to the other phase. Charge and discharge of many particles therefore run (2/F)·|μ(0.127)| = 73.8 mV apart at
/// zero current. Strain and the width of phase boundaries are left out: the particles are too small to hold one.</para>
/// <b>Source.</b> P. Bai, D. A. Cogswell, M. Z. Bazant, Nano Lett. 11 (2011) 4890, doi 10.1021/nl202764f; values as carried by
/// TRI-AMDD/mpet, configs/params_LFP.cfg. Many particles: W. Dreyer et al., Nat. Mater. 9 (2010) 448, doi 10.1038/nmat2730.
/// </remarks>
public readonly record struct LfpRegularSolution : IFormula
{
    private const double StandardPotential = 3.422; // [V]
    private const double Interaction = 1.856e-20 * 6.02214076e23 / PhysicalConstants.Faraday; // [V] Ω per charge

    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T one = 1.0;
        T mixing = T.Log(argument / (one - argument)) * PhysicalConstants.ThermalVoltage(temperature);
        T interaction = (one - (argument * 2.0)) * Interaction;
        T standard = StandardPotential;
        return standard - mixing - interaction;
    }
}
