using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Samples;

/// <summary>A rich dossier of NCM811|AIOSE|Li with every kind of block; predictions are made up to fill the page.</summary>
internal static class SampleDossier
{
    internal static Dossier Create() => new(
        "NCM811 | AIOSE | Li",
        new DossierProvenance(
            "0.1.0",
            "9f2b6c51d0c3a7e84477b1f0c2d9be65a1e7f3380d5c4b92ee10aa7d6f8c2b34",
            [new ModelRevision("half-cell-dfn", "1"), new ModelRevision("bounded-least-squares", "1")])
        {
            More = [new KeyValue("Input", "examples/zheng2025-aiose")],
        },
        [
            new Section("At a glance", [Glance(), Drawing()]) { Lead = "A lithium cell with a garnet skeleton filled with a cross-linked gel, 25 °C, coin cell." },
            new Section("Prediction beside measurement", [SamplePredictions.Table(), ReadingAid()]) { Lead = "What was simulated, its interval, and what was published." },
            new Section("Rate capability and temperature", [new FigureBlock(SampleFigures.RateCapability()), new FigureBlock([SampleFigures.Temperature(), SampleFigures.Discharge()])]),
            new Section("Where the voltage goes", [new FigureBlock([SampleFigures.Losses(), SampleFigures.LossesAlongDischarge()]), Losses()]),
            new Section("Impedance", [new FigureBlock(SampleFigures.Nyquist())]),
            new Section("Inputs and their sources", [Laminate(), Inputs()]),
            new Section("Calibration", [Calibration()]),
            new Section("Warnings", [Warnings()]),
            new Section("Balances and solver", [Solver()]),
        ])
    {
        Subtitle = "Half-cell model calibrated on two capacities at 25 °C, then compared with everything else in Zheng et al. (2025).",
    };

    private static StatisticsBlock Glance() => new(
    [
        new KeyValue("Capacity at 0.1C", "205.9", "mAh/g", "measured 205.7"),
        new KeyValue("Capacity at 5C", "142.5", "mAh/g", "measured 141.1"),
        new KeyValue("Areal resistance", "63.4", "Ω cm²"),
        new KeyValue("Inside their interval", "5 of 9", null, "measured values compared"),
    ]);

    private static LayerDrawingBlock Drawing() => new(
        "The described cell.",
        [
            new DrawnLayer("Lithium foil", 10e-6, LayerKind.Lithium),
            new DrawnLayer("AIOSE", 300e-6, LayerKind.CompositeElectrolyte) { Remark = "0.58 mS/cm at 25 °C" },
            new DrawnLayer("NCM811 cathode", 22e-6, LayerKind.PorousElectrode) { Remark = "porosity 0.30" },
            new DrawnLayer("Aluminium", 15e-6, LayerKind.CurrentCollector),
        ])
    {
        Facts =
        [
            new KeyValue("Loading", "1.9", "mg/cm²"), new KeyValue("Area", "1.13", "cm²", "12 mm disc, assumed"),
            new KeyValue("1C", "0.38", "mA/cm²"), new KeyValue("Cut-offs", "2.8 … 4.35", "V"),
            new KeyValue("Excess lithium", "5.1", "–", "foil capacity over cathode capacity"),
        ],
    };

    private static LayerDrawingBlock Laminate() => new(
        "A laminate with a thin joint, for comparison: layers of very different thickness.",
        [
            new DrawnLayer("Lithium foil", 450e-6, LayerKind.Lithium),
            new DrawnLayer("Gel polymer electrolyte", 6e-6, LayerKind.Polymer),
            new DrawnLayer("Joint", 5e-9, LayerKind.Film) { Remark = "12 Ω cm²" },
            new DrawnLayer("LATP pellet, polymer-infiltrated and polished on both sides", 700e-6, LayerKind.Ceramic),
            new DrawnLayer("LFP cathode", 25e-6, LayerKind.PorousElectrode),
            new DrawnLayer("Aluminium", 15e-6, LayerKind.CurrentCollector),
        ]);

    private static NoteBlock ReadingAid() => new(
        "How to read the strips",
        "The shaded part is the predicted interval and the line inside it the prediction; the dot is the measured value. An arrow says that it lies further out than is drawn.");

    private static ParagraphBlock Losses() => new(
        "At 0.1C two thirds of the loss are kinetic. From 3C on the electrolyte takes over, because its share grows with the current while the kinetic share grows with its logarithm.");

    private static TableBlock Inputs() => new(
        "Every number that entered the model.",
        [Column.Text("Quantity"), Column.Number("Value", null), Column.Text("Unit"), Column.Badge("Confidence"), Column.Text("Source")],
        [
            TableRow.Group("Electrolyte"),
            new TableRow("Conductivity", "0.58", "mS/cm", Cell.Badge(Mark.Verified), Zheng("Fig. 3c")),
            new TableRow("Activation energy", "0.24", "eV", Cell.Badge(Mark.Verified), Zheng("Fig. S12")),
            new TableRow("Transference number", "0.66", "–", Cell.Badge(Mark.Verified), Zheng("Fig. 3d")),
            new TableRow("Thickness", "300", "µm", Cell.Badge(Mark.Verified), Zheng("section 4.1.1")),
            new TableRow("Salt diffusivity", "2.0 × 10⁻¹¹", "m²/s", Cell.Badge(Mark.Assumed), new Cell("assumption") { Note = "range 0.5 to 5 × 10⁻¹¹ m²/s" }),
            TableRow.Group("Cathode"),
            new TableRow("Open-circuit potential", "closed form", "V", Cell.Badge(Mark.Verified), new Cell("Chen et al., 2020") { Doi = "10.1149/1945-7111/ab9050" }),
            new TableRow("Loading", "1.9", "mg/cm²", Cell.Badge(Mark.Verified), Zheng("section 4.3")),
            new TableRow("Porosity", "0.30", "–", Cell.Badge(Mark.Derived), "thickness and loading"),
            new TableRow("Solid diffusivity", "4.1(9) × 10⁻¹⁵", "m²/s", Cell.Badge(Mark.Calibrated), "calibration"),
        ]);

    private static Cell Zheng(string place) => new("Zheng et al., 2025") { Note = place };

    private static TableBlock Calibration() => new(
        "Parameters moved by the calibration.",
        [Column.Text("Parameter"), Column.Number("Start", null), Column.Number("Fitted", null), Column.Number("Standard uncertainty", null), Column.Text("Unit"), Column.Text("Identified")],
        [
            new TableRow("Solid diffusivity", "1.0 × 10⁻¹⁴", "4.1 × 10⁻¹⁵", "0.9 × 10⁻¹⁵", "m²/s", "yes"),
            new TableRow("Exchange current at lithium", "5.0", "3.2", "2.9", "A/m²", "weakly: correlation −0.93 with the film resistance"),
        ]);

    private static WarningsBlock Warnings() => new(
    [
        new ReportWarning(Severity.Notice, "The area is assumed: 12 mm disc."),
        new ReportWarning(Severity.Caution, "Conductivity law used at −20 °C, outside 25 to 80 °C.", "Zheng Fig. S12 gives no value below 25 °C; the interval at −20 °C does not contain this."),
        new ReportWarning(Severity.Serious, "40C at 60 °C ends at once: ohmic drop 1.9 V.", "The described electrolyte cannot carry 15.2 mA/cm²; check thickness and contact."),
    ]);

    private static StatisticsBlock Solver() => new(
    [
        new KeyValue("Lithium balance", "2.1×10⁻¹⁵", "–", "largest relative error of any run"), new KeyValue("Charge balance", "8.0×10⁻¹⁶", "–"),
        new KeyValue("Runs", "23", null), new KeyValue("Steps", "3412", null), new KeyValue("Failed steps", "57", null),
    ]);
}
