using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Quantities;
using Lamella.Energy.Targets;
using Lamella.UseCases.Designs;

namespace Lamella.Cli.Printing;

/// <summary>What a target would take, and the designs between which one has to choose, as text.</summary>
internal static class TargetSheet
{
    private const int MostPoints = 12;

    /// <summary>Prints what a target would take.</summary>
    /// <param name="target">The target.</param>
    /// <param name="report">The design.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(DesignTarget target, DesignReport report, TextWriter output)
    {
        TargetResult result = target.Result;
        output.WriteLine(Text($"target {target.Wanted} on the basis {DesignUnits.Words(target.Basis)}: described {Energy(result.Described, target)}, best within the constraints {Energy(result.Best, target)}"));
        output.WriteLine(
            target.IsMet ? Text($"  the described cell has it, with {Energy(result.Described - result.Target, target)} to spare; the constraints were not asked of it:")
            : result.IsReachable ? "  reachable:" : "  out of reach:");
        output.WriteLine("                                        electrolyte [um]   active loading [mg/cm2]   lithium [um]");
        Setting("as described", result.From, output);
        Setting("thickest that reaches it, as now at most", result.Thickest, output);
        Setting("at the described loading", result.AtDescribedLoading, output);
        Setting("best within the constraints", result.BestSetting, output);
        output.WriteLine(result.Binding is { } binding
            ? $"  binding constraint of the best design: {DesignUnits.Words(binding, target.Constraints)}"
            : "  binding constraint of the best design: none");
        foreach (ConstraintEffect effect in result.Constraints)
        {
            output.WriteLine(Text(
                $"    {DesignUnits.Words(effect.Constraint, target.Constraints),-34}{DesignUnits.Value(effect.Constraint, effect.Value),14} of {DesignUnits.Value(effect.Constraint, effect.Limit),-14}{(effect.IsActive ? "at its limit" : string.Empty),-14}without it at best {Energy(effect.WithoutIt, target)}"));
        }

        foreach (CheckedDesign check in target.Checks)
        {
            output.WriteLine(Text(
                $"  simulated at {target.Constraints.Rate:G4}C, {check.Name}: {check.Discharge.Capacity / 3600.0:G4} mAh/g at {check.Discharge.Voltage:G4} V, {Energy(check.Energy, target)}{Shortfall(check, target)}"));
            foreach (string note in check.Discharge.Notes)
            {
                output.WriteLine($"    {note}");
            }
        }

        output.WriteLine(target.IsMet ? "  alone, without constraints, it could become" : "  alone, without constraints, it would take");
        foreach (SingleLever lever in result.Alone)
        {
            Unit unit = report.Sheet.Find(lever.Path)!.Quantity.Unit;
            string needed = lever.Needed is { } value
                ? Text($"{unit.FromSi(value):G4} {unit}")
                : Text($"{(target.IsMet ? "anything" : "not alone")}: {Energy(lever.AtLimit, target)} at {unit.FromSi(lever.Limit):G4} {unit}");
            output.WriteLine($"    {lever.Path,-46}{needed}");
        }
    }

    /// <summary>Prints the designs that nothing beats, spread over the front.</summary>
    /// <param name="front">The front, from the highest energy down.</param>
    /// <param name="output">Receives the text.</param>
    internal static void PrintFront(ImmutableArray<ParetoPoint> front, TextWriter output)
    {
        output.WriteLine(Text($"{front.Length} designs that no other beats in energy, rate and cycles at once, some of them:"));
        output.WriteLine("    Wh/kg     rate [1/h]   cycles   electrolyte [um]   active loading [mg/cm2]   lithium [um]");
        int shown = Math.Min(MostPoints, front.Length);
        for (int i = 0; i < shown; i++)
        {
            ParetoPoint point = front[shown == 1 ? 0 : i * (front.Length - 1) / (shown - 1)];
            string rate = double.IsFinite(point.Rate) ? Text($"{point.Rate:G3}") : "no limit", cycles = double.IsFinite(point.Cycles) ? Text($"{point.Cycles:F0}") : "no limit";
            output.WriteLine(Text(
                $"{point.Energy / DesignUnits.WattHourPerKilogram,9:F1}{rate,15}{cycles,9}{1e6 * point.Setting.ElectrolyteThickness,19:G4}{100.0 * point.Setting.ActiveLoading,26:G4}{1e6 * point.Setting.Lithium,15:G4}"));
        }
    }

    private static string Shortfall(CheckedDesign check, DesignTarget target) => check.Energy >= target.Result.Target || !target.Result.IsReachable
        ? string.Empty
        : Text($", {Energy(target.Result.Target - check.Energy, target)} short of the target at that rate");

    private static void Setting(string name, LeverSetting? setting, TextWriter output) => output.WriteLine(setting is { } found
        ? Text($"  {name,-38}{1e6 * found.ElectrolyteThickness,16:G4}{100.0 * found.ActiveLoading,26:G4}{1e6 * found.Lithium,15:G4}")
        : Text($"  {name,-38}{"out of reach",16}"));

    private static string Energy(double si, DesignTarget target) => Text($"{target.Unit.FromSi(si):G4} {target.Unit}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
