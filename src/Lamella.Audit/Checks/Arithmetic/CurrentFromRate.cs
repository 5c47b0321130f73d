using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A current density at a C-rate is the rate times the current of 1C times the loading.</summary>
internal sealed class CurrentFromRate() : Check(
    "current of a C-rate",
    "Is a current density the C-rate times the current of 1C times the loading?",
    "definition of the C-rate")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from current in audit.Set.Of("current_density")
        where current.At("c_rate") is not null && current.Value.Unit.Dimension == Core.Quantities.Dimension.Of("mA/cm2")
        let rate = current.Value("c_rate")
        from loading in audit.Set.About(current.About, "areal_loading")
        from one in audit.Set.About(current.About, "current_for_1C")
        where rate is not null && current.Agrees(loading, "c_rate")
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(current),
            Relation = Relation.Equal,
            Words = "rate · current of 1C · loading = current density",
            Left = Side.Of(current, "current density as stated"),
            Right = new Side("rate · current of 1C · loading", current.Value.Unit, values =>
                rate.Value * one.Value.Interval(values.About) * loading.Value.Interval(values.About)),
            Claims = [current, loading, one],
            Settles = "whether the loading counts the active material",
        });
}
