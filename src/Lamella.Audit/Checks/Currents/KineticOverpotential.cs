using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core;

namespace Lamella.Audit.Checks.Currents;

/// <summary>The overpotential of a symmetric cell is at least that of the kinetics at its two electrodes.</summary>
internal sealed class KineticOverpotential() : Check(
    "overpotential and exchange current",
    "Is the overpotential of a symmetric cell at least that of its exchange current?",
    "2·(2RT/F)·asinh(i/2i₀), Butler–Volmer with equal coefficients: J. Newman, K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 8")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from voltage in audit.Set.Of("overpotential")
        let current = voltage.Value("current_density")
        where current is { Low: > 0.0 }
        from exchange in audit.Set.About(voltage.About, "exchange_current_density")
        where voltage.Agrees(exchange, "current_density")
        let temperature = (voltage.Value("temperature") ?? exchange.Value("temperature"))?.Middle ?? PhysicalConstants.ZeroCelsius + 25.0
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(voltage),
            Relation = Relation.AtMost,
            Words = "2·(2RT/F)·asinh(i/2i₀) ≤ overpotential",
            Left = new Side("2·(2RT/F)·asinh(i/2i₀)", voltage.Value.Unit, values =>
                (current.Value / (exchange.Value.Interval(values.About).Widened(values[UsualAssumptions.ConductionRepeat]) * 2.0))
                    .Map(ratio => 4.0 * PhysicalConstants.ThermalVoltage(temperature) * Math.Asinh(ratio))),
            Right = Side.Of(voltage, "overpotential as stated"),
            Claims = [voltage, exchange],
            Assumptions = [UsualAssumptions.ConductionRepeat],
            IsRuleOfExperience = true,
            Settles = "the resistance of the electrolyte, and the exchange current from the impedance of the same cell",
        });
}
