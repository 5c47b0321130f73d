using Lamella.Core.Errors;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Targets;
using Lamella.Numerics.Random;

namespace Lamella.Energy.Tests.Targets;

[Trait("Level", "property")]
public sealed class InverseDesignTests
{
    private const double WattHourPerKilogram = 3600.0;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Solve_AgainstASearchOverAGrid_FindsNothingBetter(int seed)
    {
        (CellDesign design, DesignConstraints constraints) = RandomProblem(new SeededGenerator((ulong)seed));
        var inverse = new InverseDesign(design, constraints, CellEnergy);
        double best = inverse.Solve(double.PositiveInfinity, []).Best;

        foreach (LeverSetting setting in Grid(constraints, 12).Where(setting => Keeps(design, setting, constraints)))
        {
            inverse.Evaluate(setting).ShouldBeLessThanOrEqualTo(best * (1.0 + 1e-12), $"{setting}");
        }
    }

    [Fact]
    public void Solve_AgainstASearchOverAGrid_HasSomethingToCompareWith() => Enumerable.Range(1, 60).Count(seed =>
    {
        (CellDesign design, DesignConstraints constraints) = RandomProblem(new SeededGenerator((ulong)seed));
        return Grid(constraints, 12).Any(setting => Keeps(design, setting, constraints));
    }).ShouldBeGreaterThan(30);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Solve_ReachableTarget_KeepsEveryConstraintAndMeetsIt(int seed)
    {
        (CellDesign design, DesignConstraints constraints) = RandomProblem(new SeededGenerator((ulong)seed));
        var inverse = new InverseDesign(design, constraints, CellEnergy);
        double best = inverse.Solve(double.PositiveInfinity, []).Best;
        double target = 0.97 * best;
        TargetResult result = inverse.Solve(target, []);

        result.IsReachable.ShouldBeTrue();
        LeverSetting found = result.Thickest!.Value;
        inverse.Evaluate(found).ShouldBeGreaterThanOrEqualTo(target * (1.0 - 1e-9));
        Keeps(design, found, constraints).ShouldBeTrue();
        if (found.ElectrolyteThickness < result.From.ElectrolyteThickness * (1.0 - 1e-9))
        {
            // A thicker electrolyte would miss it, with any loading and the lithium that the cycles need.
            double thicker = 1.01 * found.ElectrolyteThickness;
            Grid(constraints, 40).Select(setting => setting with { ElectrolyteThickness = thicker }).Where(setting => Keeps(design, setting, constraints))
                .ShouldAllBe(setting => inverse.Evaluate(setting) < target);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Solve_UnreachableTarget_NamesTheConstraintWhoseLossHelpsMost(int seed)
    {
        (CellDesign design, DesignConstraints constraints) = RandomProblem(new SeededGenerator((ulong)seed));
        TargetResult result = new InverseDesign(design, constraints, CellEnergy).Solve(2000.0 * WattHourPerKilogram, []);

        result.IsReachable.ShouldBeFalse();
        result.Thickest.ShouldBeNull();
        result.AtDescribedLoading.ShouldBeNull();
        ConstraintEffect strongest = result.Constraints.MaxBy(effect => effect.WithoutIt)!;
        result.Binding.ShouldBe(strongest.Constraint);
        strongest.WithoutIt.ShouldBeGreaterThan(result.Best);
        result.Constraints.ShouldAllBe(effect => effect.WithoutIt >= result.Best * (1.0 - 1e-12));
    }

    [Theory]
    [InlineData("overpotential: 10 mV, rate: 1C, cycles: 10, least electrolyte thickness: 10 um", TargetConstraint.Overpotential)]
    [InlineData("overpotential: 1 V, rate: 0.1C, cycles: 3000, least electrolyte thickness: 10 um", TargetConstraint.Inventory)]
    [InlineData("overpotential: 1 V, rate: 0.1C, cycles: 10, least electrolyte thickness: 500 um, greatest loading: 40 mg/cm2", TargetConstraint.ElectrolyteThickness)]
    [InlineData("overpotential: 1 V, rate: 0.1C, cycles: 10, least electrolyte thickness: 2 um, greatest loading: 5 mg/cm2", TargetConstraint.Loading)]
    public void Binding_OfAPouchHeldBackByOneThing_NamesIt(string constraints, TargetConstraint expected)
    {
        (DesignSheet sheet, CellDesign design) = Read(constraints);
        var inverse = new InverseDesign(design, DesignConstraints.Of(sheet, design), CellEnergy);

        inverse.Solve(2000.0 * WattHourPerKilogram, []).Binding.ShouldBe(expected);
    }

    [Fact]
    public void Levers_LoadingForSalt_InvertsItsBudget()
    {
        (CellDesign design, _) = RandomProblem(new SeededGenerator(3));
        var levers = new DesignLevers(design);
        double rate = 2.0 * SaltBudget.Of(design).SafeRate, loading = levers.LoadingForSalt(levers.Described.ElectrolyteThickness, rate, 1.0);

        SaltBudget.Of(levers.At(levers.Described with { ActiveLoading = loading })).SafeRate.ShouldBe(rate, 1e-9 * rate);
        levers.LoadingForSalt(levers.Described.ElectrolyteThickness, 1e-9, 0.7).ShouldBe(0.7, "nothing runs out at almost no current");
    }

    [Fact]
    public void Levers_LithiumAndLoading_InvertTheBudgets()
    {
        CellDesign design = Designs.Build(Designs.Pouch.Replace("porosity: 25 vol%", "porosity: 25 vol%\n  pore conductivity: {value: 0.3 mS/cm, state: effective in host}\n  first charge capacity: 220 mAh/g", StringComparison.Ordinal)).Design;
        var levers = new DesignLevers(design);
        double loading = levers.LoadingFor(40e-6, 0.5, 0.15), lithium = levers.LithiumFor(loading, 400.0, 0.0);
        CellDesign found = levers.At(new LeverSetting(40e-6, loading, lithium));

        PowerBudget.Of(found).Overpotential(0.5).ShouldBe(0.15, 1e-12);
        LithiumBudget.Of(found).Cycles.ShouldBe(400.0, 1e-9);
        levers.LithiumFor(loading, 0.0, 3e-6).ShouldBe(3e-6, "the first charge alone lasts 0 cycles");
        levers.At(levers.Described).ShouldSatisfyAllConditions(
            cell => cell.Cathode.ShouldBe(design.Cathode), cell => cell.Anode.ShouldBe(design.Anode), cell => cell.Layers[0].ShouldBe(design.Layers[0]));
    }

    [Theory]
    [InlineData(1.02)]
    [InlineData(0.95)]
    public void Alone_EveryNeededValue_JustReachesTheTarget(double ofTheDescribed)
    {
        (DesignSheet sheet, CellDesign design) = Read("greatest loading: 60 mg/cm2");
        double target = ofTheDescribed * CellEnergy(BuiltCell.Of(design));
        var levers = new SingleLevers(Designs.Materials).Solve(sheet, DesignConstraints.Of(sheet, design), CellEnergy, target);

        levers.Count(lever => lever.Needed is not null).ShouldBeGreaterThan(3);
        foreach (SingleLever lever in levers)
        {
            double reached = CellEnergy(BuiltCell.Of(sheet.With(lever.Path, lever.Needed ?? lever.Limit).Build(Designs.Materials)));
            (lever.Needed is null ? lever.AtLimit < target == ofTheDescribed > 1.0 : Math.Abs((reached / target) - 1.0) < 1e-9).ShouldBeTrue(lever.Path);
        }
    }

    [Fact]
    public void Constraints_OverpotentialWithoutRate_IsBadInput() =>
        Should.Throw<InputException>(() => Read("overpotential: 0.2 V")).Message.ShouldContain("does not say at which rate");

    private static double CellEnergy(BuiltCell cell) => cell.SpecificEnergy(EnergyBasis.Cell);

    private static (DesignSheet Sheet, CellDesign Design) Read(string constraints)
    {
        var sheet = DesignSheet.ReadText("pouch.yaml", Designs.Pouch + $"\nconstraints: {{{constraints}}}\n");
        CellDesign design = sheet.Build(Designs.Materials);
        _ = DesignConstraints.Of(sheet, design);
        return (sheet, design);
    }

    private static bool Keeps(CellDesign design, LeverSetting setting, DesignConstraints constraints)
    {
        CellDesign cell = new DesignLevers(design).At(setting);
        const double rounding = 1.0 + 1e-9;
        return PowerBudget.Of(cell).Overpotential(constraints.Rate) <= constraints.Overpotential * rounding
            && (!constraints.KeepsSalt || SaltBudget.Of(cell).SafeRate * rounding >= constraints.Rate)
            && LithiumBudget.Of(cell).Cycles * rounding >= constraints.Cycles
            && setting.ElectrolyteThickness * rounding >= constraints.LeastThickness
            && setting.ActiveLoading <= constraints.GreatestLoading * rounding;
    }

    private static IEnumerable<LeverSetting> Grid(DesignConstraints constraints, int steps) =>
        from t in Enumerable.Range(0, 3)
        from l in Enumerable.Range(1, steps)
        from m in Enumerable.Range(0, steps)
        select new LeverSetting(constraints.LeastThickness * (1.0 + t), constraints.GreatestLoading * l / steps, 200e-6 * m / steps);

    private static (CellDesign Design, DesignConstraints Constraints) RandomProblem(SeededGenerator random)
    {
        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
        CellDesign plain = Designs.Build(Designs.Pouch).Design;
        CellDesign design = plain with
        {
            Layers = [new LayerDesign("layer", Between(5e-5, 4e-4), Between(0.05, 1.0), 0.0, Between(0.01, 0.2)) { Salt = new SaltTransport(Between(2e-12, 5e-11), Between(0.2, 0.9), Between(500.0, 2500.0), Between(0.3, 1.0)) }],
            Cathode = plain.Cathode with
            {
                PoreConductivity = Between(0.01, 0.1),
                FirstChargeCapacity = plain.Cathode.Capacity * Between(1.0, 1.1),
                PoreSalt = new SaltTransport(Between(1e-12, 5e-11), Between(0.2, 0.6), Between(500.0, 2500.0), 1.0),
            },
            Anode = plain.Anode with { CoulombicEfficiency = Between(0.97, 0.9999), Lithium = Between(0.0, 1e-4) },
            InterfaceResistance = Between(1e-4, 3e-2),
        };
        return (design, new DesignConstraints
        {
            KeepsSalt = random.NextUniform() < 0.7, Overpotential = Between(0.05, 0.3), Rate = Between(0.05, 1.0), Cycles = Between(0.0, 500.0), LeastThickness = Between(5e-6, 5e-5), GreatestLoading = Between(0.1, 0.5),
        });
    }
}
