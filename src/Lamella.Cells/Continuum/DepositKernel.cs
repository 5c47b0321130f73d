using Lamella.Cells.Description;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Lithium on a bare collector; equations in <see cref="BareCollector"/>.</summary>
internal static class DepositKernel
{
    /// <summary>Deposit that an empty collector counts as having, over that which covers it [–]: keeps ln θ finite.</summary>
    private const double FloorShare = 1e-3;

    /// <summary>Current, over i₀, at which plating is told from stripping [–].</summary>
    private const double Turn = 0.1;

    /// <summary>Deposit that an empty collector counts as having [mol/m²].</summary>
    internal static double Floor(BareCollector collector) => FloorShare * collector.CoverageThickness / collector.Lithium.MolarVolume;

    /// <summary>Potential of the deposit at rest against lithium [V].</summary>
    internal static T Equilibrium<T>(BareCollector collector, T plated, double thermalVoltage)
        where T : struct, IScalar<T> => -thermalVoltage * T.Log(Coverage(collector, plated));

    /// <summary>Potential of the deposit under a current, without film [V].</summary>
    internal static T Potential<T>(
        BareCollector collector, in LithiumFace face, bool isBinary, T surface, T stripping, T plated, double thermalVoltage)
        where T : struct, IScalar<T>
    {
        T coverage = Coverage(collector, plated);
        T exchange = LithiumKernel.Exchange(face, isBinary, surface) * T.Sqrt(coverage);
        T relative = stripping / exchange;
        T plating = 0.5 * (1.0 - T.Tanh(relative * (1.0 / Turn)));
        double charge = collector.NucleationCharge / Core.PhysicalConstants.Faraday; // [mol/m²]
        T nucleation = collector.NucleationOverpotential * T.Exp(-(plated * (1.0 / charge))) * plating;
        return (-thermalVoltage * T.Log(coverage)) - nucleation
            + (thermalVoltage * Interfaces.Kinetics.ButlerVolmer.Overpotential(relative, face.TransferCoefficient));
    }

    private static T Coverage<T>(BareCollector collector, T plated)
        where T : struct, IScalar<T>
    {
        double covering = collector.CoverageThickness / collector.Lithium.MolarVolume;
        return 1.0 - T.Exp(-((plated + Floor(collector)) * (1.0 / covering)));
    }
}
