using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Two conductivities at two temperatures give an activation energy: a usual one, and the stated one.</summary>
internal sealed class ArrheniusPair() : Check(
    "conductivities at two temperatures",
    "Is the activation energy between two temperatures a usual one, and the stated one?",
    "Arrhenius law σT = A·exp(−E/RT); range of activation energies: J. C. Bachman et al., Chem. Rev. 116 (2016) 140, doi 10.1021/acs.chemrev.5b00563")
{
    private static readonly Unit ElectronVolt = Unit.Parse("eV");

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (var system in audit.Set.Of("ionic_conductivity").Where(claim => claim.Value.IsNumber && !claim.IsAsPrinted() && claim.Value("temperature") is not null).GroupBy(audit.Set.Subject))
        {
            Claim[] points = [.. system.OrderBy(claim => claim.Value("temperature")!.Value.Middle)];
            foreach ((Claim cold, Claim warm) in points.Pairs().Where(pair => pair.First.Agrees(pair.Second, "temperature")))
            {
                if (warm.Value("temperature")!.Value.Middle - cold.Value("temperature")!.Value.Middle < 9.0)
                {
                    continue;
                }

                yield return audit.Ask(this, Usual(system.Key, cold, warm));
                foreach (Claim energy in audit.Set.About(system.Key, "activation_energy"))
                {
                    yield return audit.Ask(this, Stated(system.Key, cold, warm, energy));
                }
            }
        }
    }

    /// <summary>Returns the activation energy between two points, in J/mol.</summary>
    internal static Interval Energy(Claim cold, Claim warm, AssumptionValues values)
    {
        double t1 = cold.Value("temperature")!.Value.Middle, t2 = warm.Value("temperature")!.Value.Middle;
        Interval ratio = warm.Value.Interval(values.About) * t2 / (cold.Value.Interval(values.About) * t1);
        return ratio.Map(Math.Log) * (PhysicalConstants.GasConstant / ((1.0 / t1) - (1.0 / t2)));
    }

    private static Question Usual(string about, Claim cold, Claim warm) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = "activation energy between the two temperatures = a usual one",
        Left = new Side("activation energy between the two temperatures", ElectronVolt, values => Energy(cold, warm, values)),
        Right = new Side("usual activation energies", ElectronVolt, values => new Interval(values.InSi(UsualAssumptions.LeastEnergy), ElectronVolt.ToSi(1.3))),
        Claims = [cold, warm],
        Assumptions = [UsualAssumptions.LeastEnergy],
        IsRuleOfExperience = true,
        Settles = "the conductivity at temperatures between",
    };

    private static Question Stated(string about, Claim cold, Claim warm, Claim energy) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = "activation energy between the two temperatures = stated activation energy",
        Left = Side.Of(energy, "activation energy as stated"),
        Right = new Side("activation energy between the two temperatures", ElectronVolt, values => Energy(cold, warm, values)
            + Interval.Around(0.0, ElectronVolt.ToSi(0.02))),
        Claims = [energy, cold, warm],
        Settles = "the conductivity at temperatures between, and whether σ or σT was fitted",
        Remark = "0.02 eV are left for the convention, σ or σT.",
    };
}
