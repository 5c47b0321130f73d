using System.Collections.Immutable;
using Lamella.Energy.Targets;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Designs;

/// <summary>What would have to change for a target, as a section of the page.</summary>
internal static class TargetSection
{
    internal static Section Of(DesignTarget target, DesignReport report)
    {
        TargetResult result = target.Result;
        ImmutableArray<Block> blocks = [Settings(target), Constraints(target), .. target.Checks.IsEmpty ? [] : new[] { Checks(target) }, Alone(target, report)];
        string unit = Typeset.Unit(target.Unit.Symbol);
        string answer = target.IsMet
            ? $"met by the described cell with {Energy(result.Described - result.Target, target)} {unit} to spare"
            : result.IsReachable
            ? "within the constraints"
            : $"out of reach: the constraints allow at most {Energy(result.Best, target)} {unit}";
        string binding = result.Binding is { } constraint ? $" What costs most is the {DesignUnits.Words(constraint, target.Constraints)}." : string.Empty;
        return new Section($"What {Typeset.Value(target.Wanted)} would take", blocks)
        {
            Lead = $"Described: {Energy(result.Described, target)} {unit} on the basis {DesignUnits.Words(target.Basis)}. The target is {answer}.{binding}",
        };
    }

    private static TableBlock Settings(DesignTarget target)
    {
        TargetResult result = target.Result;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        Add("As described", result.From, result.Described);
        Add("Thickest electrolyte that reaches the target, up to the described", result.Thickest, target.Energies.Thickest);
        Add("At the described loading", result.AtDescribedLoading, target.Energies.AtDescribedLoading);
        Add("Best that the constraints allow", result.BestSetting, result.Best);
        return new TableBlock(
            "Designs. What is not listed stays as described",
            [
                Column.Text("Design"), Column.Number("Electrolyte", "µm"), Column.Number("Loading of active material", "mg/cm²"),
                Column.Number("Lithium at assembly", "µm"), Column.Number("Energy", Typeset.Unit(target.Unit.Symbol)),
            ],
            rows.ToImmutable());

        void Add(string name, LeverSetting? setting, double? energy) => rows.Add(setting is { } s
            ? new TableRow(
                name, ReportNumber.Significant(1e6 * s.ElectrolyteThickness, 3), ReportNumber.Significant(100.0 * s.ActiveLoading, 3),
                ReportNumber.Significant(1e6 * s.Lithium, 3), Energy(energy ?? result.Target, target))
            : new TableRow(name, "–", "–", "–", "out of reach"));
    }

    private static TableBlock Constraints(DesignTarget target) => new(
        target.Result.IsReachable ? "The constraints at the design with the thickest electrolyte" : "The constraints at the best design",
        [
            Column.Text("Constraint"), Column.Text("Value"), Column.Text("Limit"), Column.Text("At its limit"),
            Column.Number("Best energy without it", Typeset.Unit(target.Unit.Symbol)),
        ],
        [
            .. target.Result.Constraints.Select(effect => new TableRow(
                DesignUnits.Words(effect.Constraint, target.Constraints),
                Typeset.Text(DesignUnits.Value(effect.Constraint, effect.Value)),
                Typeset.Text(DesignUnits.Value(effect.Constraint, effect.Limit)),
                effect.IsActive ? "yes" : "no",
                Energy(effect.WithoutIt, target))),
        ]);

    private static TableBlock Checks(DesignTarget target) => new(
        FormattableString.Invariant($"The designs simulated at {target.Constraints.Rate:G4}C of their own capacity: what the cell model says of what the closed forms allow"),
        [Column.Text("Design"), Column.Number("Capacity", "mAh/g"), Column.Number("Mean voltage", "V"), Column.Number("Energy", Typeset.Unit(target.Unit.Symbol)), Column.Text("Ending")],
        [
            .. target.Checks.Select(check => new TableRow(
                check.Name, ReportNumber.Significant(check.Discharge.Capacity / 3600.0, 4), ReportNumber.Significant(check.Discharge.Voltage, 4),
                Energy(check.Energy, target), check.Discharge.Notes.IsEmpty ? "lower cut-off" : string.Join(" ", check.Discharge.Notes))),
        ]);

    private static TableBlock Alone(DesignTarget target, DesignReport report) => new(
        target.IsMet ? "What each input could become if it changed alone, constraints not asked" : "What each input would have to be if it changed alone, constraints not asked",
        [Column.Text("Input"), Column.Text("Described"), Column.Text(target.IsMet ? "At worst" : "Needed"), Column.Text("Moved as far as"), Column.Number("Energy there", Typeset.Unit(target.Unit.Symbol))],
        [
            .. target.Result.Alone.Select(lever =>
            {
                var unit = report.Sheet.Find(lever.Path)!.Quantity.Unit;
                string Shown(double si) => Typeset.Text(FormattableString.Invariant($"{unit.FromSi(si):G4} {unit}"));
                return new TableRow(
                    DesignPage.Name(lever.Path), Shown(report.Sheet.Find(lever.Path)!.Si), lever.Needed is { } needed ? Shown(needed) : target.IsMet ? "anything" : "not alone", Shown(lever.Limit), Energy(lever.AtLimit, target));
            }),
        ]);

    private static string Energy(double si, DesignTarget target) => ReportNumber.Significant(target.Unit.FromSi(si), 4);
}
