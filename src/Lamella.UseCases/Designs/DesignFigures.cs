using System.Collections.Immutable;
using Lamella.Energy.Building;
using Lamella.Energy.Sensitivities;
using Lamella.Energy.Targets;
using Lamella.Reporting;
using Lamella.Reporting.Figures;

namespace Lamella.UseCases.Designs;

/// <summary>The figures of a design: the waterfall of its masses, the tornado of its inputs, the front of its choices.</summary>
internal static class DesignFigures
{
    private const int MostBars = 12;
    private static readonly double[] CycleSteps = [0.0, 30.0, 100.0, 300.0, 1000.0, double.PositiveInfinity];

    /// <summary>Masses group by group, each on top of those before.</summary>
    internal static Figure Waterfall(BuiltCell cell)
    {
        double capacity = cell.Capacity / 3600.0;
        (PartGroup Group, double Mass)[] groups =
        [
            .. cell.Parts.Where(part => part.Basis != EnergyBasis.Pack).GroupBy(part => part.Group).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Sum(part => part.Mass))),
        ];
        string[] steps = [.. groups.Select((group, i) => (i == 0 ? string.Empty : "+ ") + group.Group.Text())];
        return new Figure(
            "Where the mass is",
            Axis.Categorical("Parts added one after the other", Axis.Dimensionless, [.. steps]),
            Axis.Linear("Mass per capacity", "g/Ah") with { IncludesZero = true },
            [.. groups.Select((group, i) => new BarSeries(group.Group.Text(), [.. steps.Select((_, step) => step >= i ? 1e3 * group.Mass / capacity : 0.0)]))])
        {
            Caption = FormattableString.Invariant(
                $"Each column adds one group of parts; the last one is the whole cell, {1e3 * cell.Mass(EnergyBasis.Cell):G4} g for {capacity:G4} Ah. 1000 V/(g/Ah) are Wh/kg."),
        };
    }

    /// <summary>What the inputs do to the energy, the strongest first.</summary>
    internal static Figure? Tornado(DesignReport report)
    {
        InputEffect[] effects = [.. report.Effects.Take(MostBars)];
        double described = report.Cell.SpecificEnergy(EnergyBasis.Cell);
        return effects.Length == 0 ? null : new Figure(
            "What moves the energy",
            Axis.Categorical("Input", Axis.Dimensionless, [.. effects.Select(effect => DesignPage.Name(effect.Input.Path))]),
            Axis.Linear("Change of the cell's energy", "Wh/kg") with { IncludesZero = true },
            [
                new BarSeries("At the lower value", [.. effects.Select(effect => (effect.AtLow - described) / DesignUnits.WattHourPerKilogram)]),
                new BarSeries("At the upper value", [.. effects.Select(effect => (effect.AtHigh - described) / DesignUnits.WattHourPerKilogram)]),
            ])
        {
            Caption = "Each input over its stated range or uncertainty, else ± 5 %, with all others as described.",
        };
    }

    /// <summary>The designs that nothing beats.</summary>
    internal static Figure? Front(DesignReport report)
    {
        ParetoPoint[] points = [.. report.Front.Where(point => double.IsFinite(point.Rate) && point.Energy > 0.0)];
        if (points.Length == 0)
        {
            return null;
        }

        var series = ImmutableArray.CreateBuilder<Series>();
        for (int i = 1; i < CycleSteps.Length; i++)
        {
            ParetoPoint[] members = [.. points.Where(point => point.Cycles >= CycleSteps[i - 1] && (point.Cycles < CycleSteps[i] || (i == CycleSteps.Length - 1 && point.Cycles >= CycleSteps[i])))];
            if (members.Length > 0)
            {
                string name = i == CycleSteps.Length - 1
                    ? FormattableString.Invariant($"Lithium for {CycleSteps[i - 1]} cycles and more")
                    : FormattableString.Invariant($"Lithium for {CycleSteps[i - 1]} to {CycleSteps[i]} cycles");
                series.Add(new PointSeries(name, PointRole.Prediction, [.. members.Select(point => new DataPoint(point.Rate, point.Energy / DesignUnits.WattHourPerKilogram))])
                {
                    Colour = SeriesColour.Ramp(i / (CycleSteps.Length - 1.0)),
                });
            }
        }

        return new Figure(
            "Energy against rate and cycles",
            Axis.Logarithmic("Rate at the limit of overpotential or salt", "1/h"),
            Axis.Linear("Energy of the cell", "Wh/kg"),
            series.ToImmutable())
        {
            Caption = $"{ReportNumber.Significant(points.Length, 3)} designs that no other beats in energy, rate and cycles at once; loading, electrolyte and lithium change, all else stays.",
        };
    }
}
