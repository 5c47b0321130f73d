using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Designs;

/// <summary>Makes the page of a design: energies, drawing, masses, what moves them, what a target takes, inputs.</summary>
internal static class DesignPage
{
    internal static Dossier Of(DesignReport report)
    {
        TableBlock? tornado = DesignFigures.Tornado(report);
        Figure? front = DesignFigures.Front(report);
        ImmutableArray<Section> sections =
        [
            Found(report),
            Drawings(report.Cell),
            new Section("Masses", [DesignFigures.Waterfall(report.Cell), Parts(report.Cell)]),
            .. report.Target is { } target ? [TargetSection.Of(target, report)] : Array.Empty<Section>(),
            .. tornado is null ? [] : new[] { new Section("What moves the energy", [tornado]) },
            .. front is null ? [] : new[] { new Section("Between what one has to choose", [new FigureBlock(front)]) },
            new Section("Inputs", [Inputs(report.Sheet)]),
            new Section("Warnings", [new WarningsBlock([.. report.Warnings.Select(text => new ReportWarning(Severity.Caution, text))])]),
        ];
        return new Dossier(report.Sheet.Name, new DossierProvenance(DesignReport.Version, report.Sheet.Hash, [ModelRevision.Parse(DesignJson.Model)]), sections)
        {
            Subtitle = "Mass, volume, energy, power and lithium of a designed cell.",
        };
    }

    private static Section Found(DesignReport report)
    {
        BuiltCell cell = report.Cell;
        BasisEnergy whole = report.Energies.Single(energy => energy.Basis == EnergyBasis.Cell);
        ImmutableArray<Block> blocks =
        [
            new StatisticsBlock(
            [
                new KeyValue("Energy of the cell", Uncertain(whole.PerMass, DesignUnits.WattHourPerKilogram), "Wh/kg", "whole cell"),
                new KeyValue("Energy of the cell", Uncertain(whole.PerVolume, DesignUnits.WattHourPerLitre), "Wh/L", "outer envelope, charged"),
                new KeyValue("Capacity", ReportNumber.Significant(cell.Capacity / 3600.0, 4), "Ah", FormattableString.Invariant($"{cell.Design.Voltage:G4} V in the mean")),
                new KeyValue("N/P", ReportNumber.Significant(cell.Lithium.NegativeToPositive, 3), null, "all lithium over a discharge"),
            ]),
            Bases(report),
            new ParagraphBlock(Lithium(cell.Lithium)),
            .. Power(cell),
        ];
        return new Section("What was found", blocks)
        {
            Lead = report.Discharge is { } run
                ? FormattableString.Invariant($"Voltage and capacity are simulated: {run.CellName} at {run.Rate:G4}C and {run.Temperature - PhysicalConstants.ZeroCelsius:G4} °C; each input that the discharge depends on was varied through it. ± is the standard uncertainty that the inputs carry.")
                : "Voltage and capacity are those of the design file. ± is the standard uncertainty that the inputs carry.",
        };
    }

    private static TableBlock Bases(DesignReport report) => new(
        "Energy on four bases, each of which holds the one before",
        [Column.Text("Basis"), Column.Number("Mass", "g"), Column.Number("Volume", "mL"), Column.Number("Energy", "Wh/kg"), Column.Number("Energy", "Wh/L")],
        [
            .. report.Energies.Select(energy => new TableRow(
                DesignUnits.Words(energy.Basis), ReportNumber.Significant(1e3 * energy.Mass, 4), ReportNumber.Significant(1e6 * energy.Volume, 4),
                Uncertain(energy.PerMass, DesignUnits.WattHourPerKilogram), Uncertain(energy.PerVolume, DesignUnits.WattHourPerLitre))),
        ]);

    private static string Uncertain(UncertainValue value, double unit)
    {
        double printed = value.Value / unit, spread = DesignUnits.Spread(value) / unit;
        int decimals = spread > 0.0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(spread)), 0, 6) : 0;
        return spread > 0.0 ? $"{ReportNumber.Fixed(printed, decimals)} ± {ReportNumber.Fixed(spread, decimals)}" : ReportNumber.Significant(printed, 4);
    }

    private static string Lithium(LithiumBudget lithium)
    {
        string Areal(double si) => ReportNumber.Significant(si / DesignUnits.MilliampereHourPerSquareCentimetre, 3);
        string lasts = double.IsFinite(lithium.Cycles)
            ? FormattableString.Invariant($"At a coulombic efficiency of {100.0 * lithium.CoulombicEfficiency:G5} % the reserve lasts {Math.Max(0.0, lithium.Cycles):F0} cycles.")
            : "At a coulombic efficiency of 100 % the reserve is not used up.";
        return $"Lithium per cathode side: {Areal(lithium.Anode)} mAh/cm² at assembly and {Areal(lithium.Cathode)} mAh/cm² from the cathode, of which a discharge moves {Areal(lithium.Capacity)}. {lasts}";
    }

    private static ImmutableArray<Block> Power(BuiltCell cell) => cell.Power.AreaResistance <= 0.0 ? [] :
    [
        new ParagraphBlock(FormattableString.Invariant(
            $"Resistance per cathode side: {1e4 * cell.Power.AreaResistance:G4} Ω·cm², that is {1e3 * cell.Power.Overpotential(0.1):G3} mV at 0.1C and {1e3 * cell.Power.Overpotential(1.0):G3} mV at 1C; {cell.PowerAt(1.0) / cell.Mass(EnergyBasis.Cell):G3} W/kg at 1C. Diffusion in particles is not in it. {Salt(cell)}")),
    ];

    private static string Salt(BuiltCell cell) => cell.Salt.IsKnown
        ? FormattableString.Invariant($"Salt lasts up to {cell.Salt.SafeCurrent / 10.0:G3} mA/cm² ({cell.Salt.SafeRate:G3}C) wherever the reaction is, and up to {cell.Salt.LimitingCurrent / 10.0:G3} mA/cm² ({cell.Salt.LimitingRate:G3}C) while it is uniform.")
        : "The design does not say how salt moves, so that no limiting current is known.";

    private static Section Drawings(BuiltCell cell)
    {
        double plated = (cell.ChargedThickness - cell.DischargedThickness) / cell.Design.Faces;
        return new Section("One side, to scale", [Drawing(cell, "As assembled.", 0.0), Drawing(cell, "Fully charged.", plated)])
        {
            Lead = FormattableString.Invariant(
                $"The stack has {cell.Design.Faces} such sides: {1e3 * cell.DischargedThickness:G4} mm as assembled, {1e3 * cell.ChargedThickness:G4} mm fully charged."),
        };
    }

    private static LayerDrawingBlock Drawing(BuiltCell cell, string caption, double plated)
    {
        CellDesign design = cell.Design;
        var layers = ImmutableArray.CreateBuilder<DrawnLayer>();
        bool shared = design.Anode.Collector is null && !design.IsSingleSided;
        Add(design.Anode.Collector?.Material ?? "foil", design.Anode.Collector?.Thickness ?? 0.0, LayerKind.CurrentCollector, "whole foil");
        Add("lithium", (shared ? 0.5 : 1.0) * design.Anode.Lithium, LayerKind.Lithium, shared ? "half of a shared foil" : "at assembly");
        Add("lithium from the cathode", plated, LayerKind.Lithium, "plated");
        foreach (LayerDesign layer in design.Layers)
        {
            Add(layer.Name, layer.Thickness, LayerKind.CompositeElectrolyte, FormattableString.Invariant($"{100.0 * layer.AreaMass:G3} mg/cm²"));
        }

        Add($"cathode ({design.Cathode.Material})", design.Cathode.Thickness, LayerKind.PorousElectrode, FormattableString.Invariant($"{100.0 * design.Cathode.Porosity:G3} vol% pores"));
        Add(design.Cathode.Collector?.Material ?? "foil", design.Cathode.Collector?.Thickness ?? 0.0, LayerKind.CurrentCollector, "whole foil");
        return new LayerDrawingBlock(caption, layers.ToImmutable());

        void Add(string name, double thickness, LayerKind kind, string remark)
        {
            if (thickness > 0.0)
            {
                layers.Add(new DrawnLayer(name, thickness, kind) { Remark = remark });
            }
        }
    }

    private static TableBlock Parts(BuiltCell cell) => new(
        "Every part of the cell",
        [Column.Text("Part"), Column.Number("Pieces", null), Column.Number("Area of one", "cm²"), Column.Number("Thickness", "µm"), Column.Number("Mass", "g"), Column.Number("Of the cell", "wt%")],
        [
            .. cell.Parts.Where(part => part.Basis != EnergyBasis.Pack).Select(part => new TableRow(
                part.Name, ReportNumber.Fixed(part.Count, 0), part.Area > 0.0 ? ReportNumber.Significant(1e4 * part.Area, 4) : "–",
                part.Thickness > 0.0 ? ReportNumber.Significant(1e6 * part.Thickness, 4) : "–", ReportNumber.Significant(1e3 * part.Mass, 4),
                ReportNumber.Significant(100.0 * part.Mass / cell.Mass(EnergyBasis.Cell), 3))),
        ]);

    private static TableBlock Inputs(DesignSheet sheet) => new(
        "What went in",
        [Column.Text("Input"), Column.Number("Value", null), Column.Text("State"), Column.Text("Range"), Column.Badge("Confidence"), Column.Text("Source")],
        [
            .. sheet.Inputs.Select(input => new TableRow(
                Name(input.Path),
                Typeset.Measured(input.Quantity),
                input.Quantity.State == ReferenceState.None ? string.Empty : input.Quantity.State.Text(),
                input.Lower is { } low && input.Upper is { } high ? Typeset.Range(In(input, low), In(input, high)) : string.Empty,
                SourceCells.Badge(input.Source),
                SourceCells.Citation(input.Source))),
        ]);

    /// <summary>Writes a path so that a reader sees its parts.</summary>
    internal static string Name(string path) => path.Replace("/", " / ", StringComparison.Ordinal);

    private static Quantity In(DesignInput input, double si) => new(input.Quantity.Unit.FromSi(si), input.Quantity.Unit);
}
