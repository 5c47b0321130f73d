using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Running;

/// <summary>Limits that end a step of any model, and their words.</summary>
internal static class CellLimits
{
    /// <summary>Share of the rest concentration below which the salt counts as depleted [–].</summary>
    internal const double DepletedShare = 1e-6;

    /// <summary>Distance from a full or an empty particle surface that counts as reaching it [–].</summary>
    internal const double HostMargin = 1e-4;

    /// <summary>Room at a particle surface below which a corrector that dies has hit the end of the host [–].</summary>
    internal const double NearlyExhausted = 5e-3;

    /// <summary>Share of the salt below which a corrector that dies has hit the limiting current [–].</summary>
    internal const double NearlyDepleted = 0.05;

    /// <summary>Temperatures for which the models are meant [K]: −40 to 80 degC.</summary>
    private const double Coldest = 233.15, Hottest = 353.15;

    /// <summary>Relative tolerance with which separating particles jump where they should, down to C/9000 [–].</summary>
    private const double FinestForSeparation = 1e-5;

    /// <summary>Says that a run left the temperatures for which the models are meant, or nothing.</summary>
    /// <param name="kelvin">Temperatures of the run [K].</param>
    internal static IEnumerable<string> TemperatureWarnings(IReadOnlyCollection<double> kelvin)
    {
        double least = kelvin.DefaultIfEmpty(Coldest).Min(), most = kelvin.DefaultIfEmpty(Coldest).Max();
        string? reached = least < Coldest - 1e-6 ? StepTerms.TemperatureText(least) : most > Hottest + 1e-6 ? StepTerms.TemperatureText(most) : null;
        return reached is null ? []
            : [$"The cell was at {reached}: the models are meant for {StepTerms.TemperatureText(Coldest)} to {StepTerms.TemperatureText(Hottest)}, and what melts, freezes or decomposes beyond is not in them."];
    }

    /// <summary>Says that the tolerance is too coarse for particles that separate into two phases, or nothing.</summary>
    /// <remarks>
    /// A particle on its unstable branch leaves it ever faster, but an implicit step that is long enough stays on it: at C/5000 and
    /// a tolerance of 1e-4 a discharge runs 5 mV above the spinodal potential, at 1e-5 on it.
    /// </remarks>
    /// <param name="cell">The cell.</param>
    /// <param name="options">How it is run.</param>
    internal static IEnumerable<string> SeparationWarnings(CellDescription cell, CellOptions options) =>
        from electrode in new[] { cell.PorousNegative, cell.PorousPositive }
        where electrode is { Particles.Length: > 1 } && options.RelativeTolerance > FinestForSeparation
        let separating = electrode.Particles.FirstOrDefault(particles => particles.Material.UnstableStoichiometry is not null)
        where separating is not null
        select FormattableString.Invariant(
            $"particles of {separating.Material.Name} separate into two phases: with a relative tolerance of {options.RelativeTolerance:G2} slow runs may follow their unstable branch; take {FinestForSeparation:G1} or less");

    /// <summary>Gets the ending of a held voltage that nothing is left for.</summary>
    internal static StepOutcome NothingToHold { get; } = new(
        StepEnding.HostExhausted,
        "the particles are at the end of their host already: nothing is left to hold, no charge passed");

    /// <summary>Says why a root function ended the step.</summary>
    /// <param name="cause">The event.</param>
    /// <param name="voltage">Terminal voltage [V].</param>
    /// <param name="limits">Limits of the step.</param>
    /// <param name="collector">Name of the bare collector whose lithium is used up; null for a foil.</param>
    internal static StepOutcome Outcome(CellEvent cause, double voltage, in StepLimits limits, string? collector = null) => cause switch
    {
        CellEvent.LowerVoltage => new(StepEnding.LowerVoltageCutOff, Limit(voltage, "lower", "below", limits.LowerVoltage)),
        CellEvent.UpperVoltage => new(StepEnding.UpperVoltageCutOff, Limit(voltage, "upper", "above", limits.UpperVoltage)),
        CellEvent.CurrentCutOff => new(
            StepEnding.CurrentCutOff,
            FormattableString.Invariant($"the current fell to {limits.CurrentCutOff / 10.0:G4} mA/cm2")),
        CellEvent.SaltDepleted => new(
            StepEnding.SaltDepleted, "the salt is used up in part of the electrolyte: the current is above the limiting current"),
        CellEvent.HostExhausted => new(
            StepEnding.HostExhausted,
            "the surface of the particles holds no more lithium (or has none left): the host, not the cut-off, ends the step"),
        CellEvent.TemperatureLimit => new(
            StepEnding.TemperatureLimit,
            "the heat balance drives the cell to a temperature that none survives: cool it better or lower the load"),
        _ => new(
            StepEnding.LithiumExhausted,
            collector is null ? "the lithium foil is used up" : $"the lithium on {collector} is stripped"),
    };

    /// <summary>A voltage that stopped at its limit, or one that lies beyond it at once.</summary>
    private static string Limit(double voltage, string name, string side, double limit) => Math.Abs(voltage - limit) < 1e-4
        ? FormattableString.Invariant($"the voltage reached the {name} limit of {limit:G6} V")
        : FormattableString.Invariant($"the voltage of {voltage:F4} V is {side} the {name} limit of {limit:G6} V");
}
