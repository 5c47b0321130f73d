using System.Collections.Immutable;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.Energy.Sensitivities;
using Lamella.Energy.Targets;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Designs;

/// <summary>The figures of a design: the waterfall of its masses, the tornado of its inputs, the front of its choices.</summary>
internal static class DesignFigures
{
    private const int MostBars = 12;
    private static readonly double[] CycleSteps = [0.0, 30.0, 100.0, 300.0, 1000.0, double.PositiveInfinity];

    /// <summary>Masses group by group, each beginning where those before end.</summary>
    internal static TableBlock Waterfall(BuiltCell cell)
    {
        double perCapacity = 3600.0 * 1e3 / cell.Capacity, whole = perCapacity * cell.Mass(EnergyBasis.Cell), before = 0.0; // [g/Ah]
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var group in cell.Parts.Where(part => part.Basis != EnergyBasis.Pack).GroupBy(part => part.Group).OrderBy(group => group.Key))
        {
            double own = perCapacity * group.Sum(part => part.Mass);
            rows.Add(new TableRow(
                (rows.Count == 0 ? string.Empty : "+ ") + group.Key.Text(), Cell.Waterfall(before, own, whole), ReportNumber.Significant(own, 4), ReportNumber.Significant(before + own, 4)));
            before += own;
        }

        rows.Add(new TableRow("whole cell", Cell.Waterfall(0.0, whole, whole), ReportNumber.Significant(whole, 4), ReportNumber.Significant(whole, 4)));
        return new TableBlock(
            FormattableString.Invariant($"Where the mass is: {1e3 * cell.Mass(EnergyBasis.Cell):G4} g for {cell.Capacity / 3600.0:G4} Ah. 1000 V over the sum are Wh/kg"),
            [Column.Text("Part"), Column.Text("Added to those before"), Column.Number("Mass", "g/Ah"), Column.Number("Sum", "g/Ah")],
            rows.ToImmutable());
    }

    /// <summary>What the inputs do to the energy, the strongest first.</summary>
    internal static TableBlock? Tornado(DesignReport report)
    {
        InputEffect[] effects = [.. report.Effects.Take(MostBars)];
        double described = report.Cell.SpecificEnergy(EnergyBasis.Cell);
        if (effects.Length == 0)
        {
            return null;
        }

        double reach = effects.Max(effect => Math.Max(Math.Abs(effect.AtLow - described), Math.Abs(effect.AtHigh - described)));
        string Energy(double si) => ReportNumber.Significant(si / DesignUnits.WattHourPerKilogram, 4);
        return new TableBlock(
            "Energy of the cell while one input goes over its stated range or uncertainty, else ± 5 %, with all others as described: first colour its lower value, second its upper",
            [Column.Text("Input"), Column.Text("Range"), Column.Number("At lower", "Wh/kg"), Column.Text("Change"), Column.Number("At upper", "Wh/kg")],
            [
                .. effects.Select(effect => new TableRow(
                    DesignPage.Name(effect.Input.Path), Range(effect), Energy(effect.AtLow), Cell.Tornado(effect.AtLow, effect.AtHigh, described, reach), Energy(effect.AtHigh))),
            ]);
    }

    private static string Range(InputEffect effect)
    {
        Unit unit = effect.Input.Quantity.Unit;
        return Typeset.Text(FormattableString.Invariant($"{unit.FromSi(effect.Low):G4} to {unit.FromSi(effect.High):G4} {unit}"));
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
