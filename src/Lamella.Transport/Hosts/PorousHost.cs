using System.Globalization;

namespace Lamella.Transport.Hosts;

/// <summary>A porous host whose pores hold a conducting phase.</summary>
/// <remarks>
/// <para>Effective transport coefficient = bulk value × factor, factor = ε^b (Bruggeman) or ε/τ (tortuosity factor).
/// Both count the whole cross-section of the layer, so fluxes and currents are per geometric area.</para>
/// <para><b>Source.</b> Bruggeman, Ann. Phys. 416 (1935) 636, doi 10.1002/andp.19354160705 (b = 1.5 for spheres);
/// tortuosity factor τ as in Tjaden et al., Int. Mater. Rev. 63 (2018) 47, doi 10.1080/09506608.2016.1249995.</para>
/// </remarks>
public sealed record PorousHost
{
    private PorousHost(double porosity, double factor) => (Porosity, Factor) = (porosity, factor);

    /// <summary>Gets the layer that is nothing but the phase itself: porosity 1, factor 1.</summary>
    public static PorousHost PhaseAlone { get; } = new(1.0, 1.0);

    /// <summary>Gets ε, the volume fraction of the conducting phase [–].</summary>
    public double Porosity { get; }

    /// <summary>Gets effective over bulk transport coefficient [–], at most ε.</summary>
    public double Factor { get; }

    /// <summary>Makes a host whose factor is ε^b.</summary>
    /// <param name="porosity">ε [–], in (0, 1].</param>
    /// <param name="exponent">b [–], ≥ 1: below 1 the host would beat straight parallel pores.</param>
    /// <returns>The host.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static PorousHost Bruggeman(double porosity, double exponent = 1.5)
    {
        RequirePorosity(porosity);
        RequireAtLeastOne(exponent, "The Bruggeman exponent", nameof(exponent));
        return new PorousHost(porosity, Math.Pow(porosity, exponent));
    }

    /// <summary>Makes a host whose factor is ε/τ.</summary>
    /// <param name="porosity">ε [–], in (0, 1].</param>
    /// <param name="tortuosityFactor">τ [–], ≥ 1: below 1 the host would beat straight parallel pores.</param>
    /// <returns>The host.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static PorousHost Tortuous(double porosity, double tortuosityFactor)
    {
        RequirePorosity(porosity);
        RequireAtLeastOne(tortuosityFactor, "The tortuosity factor", nameof(tortuosityFactor));
        return new PorousHost(porosity, porosity / tortuosityFactor);
    }

    private static void RequirePorosity(double porosity)
    {
        if (!(porosity > 0.0 && porosity <= 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(porosity),
                string.Create(CultureInfo.InvariantCulture, $"The porosity {porosity} must be above 0 and at most 1."));
        }
    }

    private static void RequireAtLeastOne(double value, string what, string name)
    {
        if (!(value >= 1.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(
                name, string.Create(CultureInfo.InvariantCulture, $"{what} {value} must be at least 1 and finite."));
        }
    }
}
