using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.UseCases.Designs;

/// <summary>A discharge of the designed cell, simulated: its mean voltage and its capacity.</summary>
/// <param name="CellName">Name of the simulated cell.</param>
/// <param name="Rate">The rate, with 1C as the cell.yaml defines it [1/h].</param>
/// <param name="Temperature">The temperature [K].</param>
/// <param name="Voltage">∫V dQ/Q [V].</param>
/// <param name="Capacity">Q per mass of active material [C/kg].</param>
/// <param name="Duration">How long it took [s].</param>
/// <param name="Notes">What was laid over the cell.yaml, in sentences.</param>
public sealed record SimulatedDischarge(
    string CellName, double Rate, double Temperature, double Voltage, double Capacity, double Duration, ImmutableArray<string> Notes)
{
    private const double UsualRate = 0.1;

    /// <summary>Runs the discharge of the cell that a design names, with the design's own loading, porosity and thicknesses.</summary>
    /// <param name="request">Rate and temperature, where they are asked for; with 1C as the cell.yaml defines it.</param>
    /// <param name="sheet">The design file.</param>
    /// <param name="materials">The material library.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    internal static SimulatedDischarge Run(DesignRequest request, DesignSheet sheet, MaterialLibrary materials, CancellationToken cancellation) =>
        Of(request, sheet, sheet.Build(materials), _ => request.Rate ?? sheet.Find("energy/rate")?.Si ?? UsualRate, materials, cancellation);

    /// <summary>Runs the discharge of a design that was found, at a rate that counts from its own capacity.</summary>
    internal static SimulatedDischarge Check(
        DesignRequest request, DesignSheet sheet, CellDesign design, double rate, MaterialLibrary materials, CancellationToken cancellation) =>
        Of(request, sheet, design, cell => rate * design.Cathode.ArealCapacity / 3600.0 / cell.OneCCurrentDensity, materials, cancellation);

    /// <summary>Runs the discharge of a varied design, at the rate and temperature of another one.</summary>
    internal static SimulatedDischarge Varied(
        DesignRequest request, DesignSheet sheet, CellDesign design, SimulatedDischarge nominal, MaterialLibrary materials, CancellationToken cancellation) =>
        Of(request with { Temperature = nominal.Temperature }, sheet, design, _ => nominal.Rate, materials, cancellation);

    private static SimulatedDischarge Of(
        DesignRequest request, DesignSheet sheet, CellDesign design, Func<CellDescription, double> rateOf, MaterialLibrary materials, CancellationToken cancellation)
    {
        CellDocument document = Document(request, sheet);
        double temperature = request.Temperature ?? sheet.Find("energy/temperature")?.Si ?? document.Temperature;
        (document, ImmutableArray<string> notes) = Laid(document, design);
        CellDescription cell = document.Build(materials);
        double rate = rateOf(cell);
        var simulator = CellSimulator.Create(cell, temperature, new CellOptions());
        Protocol protocol = ProtocolText.Parse(FormattableString.Invariant($"Discharge at {rate:R}C until {cell.LowerCutOff:R} V"), cell, "the discharge of the design");
        CellRun run = simulator.Run(protocol, simulator.Equilibrium(1.0), cancellation: cancellation);
        StepResult discharge = run.Steps[^1];
        if (discharge.Ending is StepEnding.CannotStart or StepEnding.SolverStopped)
        {
            throw new InputException(
                InputPlace.Whole(request.DesignFile), $"the discharge was not done: {discharge.Reason}.", string.Empty,
                "Take a lower rate or a higher temperature, a thinner electrolyte or a lower loading.");
        }

        if (discharge.Ending != StepEnding.LowerVoltageCutOff)
        {
            notes = notes.Add($"The discharge ended before the lower cut-off: {discharge.Reason}.");
        }

        // Charge and energy of a step are integrated as exactly as the voltage; both are negative in a discharge.
        return new SimulatedDischarge(
            document.Name, rate, temperature, discharge.Energy / discharge.Charge, -discharge.Charge / cell.PorousPositive!.ActiveLoading, discharge.Duration, notes);
    }

    private static CellDocument Document(DesignRequest request, DesignSheet sheet)
    {
        string named = sheet.SimulatedCell ?? throw new InputException(
            InputPlace.Whole(request.DesignFile), "the design names no cell that could be simulated.", string.Empty,
            "Add 'cell: ../zheng2025-aiose/cell.yaml' under 'energy', or leave out --simulate, --rate, --temperature and --check.");
        CellDocument document = CellDocument.Read(
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.DesignFile))!, named), FactLibrary.LoadShipped());
        return sheet.SimulatedVariant is { } variant ? document.Variant(variant) : document;
    }

    /// <summary>Returns the design with the simulated voltage and capacity.</summary>
    internal DesignSheet Over(DesignSheet sheet)
    {
        var source = new Source(
            Origin.Derived, FormattableString.Invariant($"simulated: {CellName} at {Rate:G4}C and {Temperature - PhysicalConstants.ZeroCelsius:G4} degC"), null, null, Confidence.Verified);
        // The first charge is slow whatever the rate of the discharge; it cannot have taken less than the discharge returns.
        double first = Math.Max(Capacity, sheet.Find("cathode/first charge capacity")?.Si ?? sheet.Find("cathode/capacity")?.Si ?? 0.0);
        return sheet.With("energy/voltage", new Quantity(Voltage, Unit.Parse("V")) { Source = source })
            .With("cathode/capacity", new Quantity(Capacity / 3600.0, Unit.Parse("mAh/g")) { Source = source })
            .With("cathode/first charge capacity", new Quantity(first / 3600.0, Unit.Parse("mAh/g")) { Source = sheet.Find("cathode/first charge capacity")?.Source ?? source });
    }

    /// <summary>Lays what the design says over the cell.</summary>
    private static (CellDocument Document, ImmutableArray<string> Notes) Laid(CellDocument document, CellDesign design)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        Set("cathode/composition/active", 100.0 * design.Cathode.ActiveShare, "wt%");
        Set("cathode/composition/binder", 100.0 * design.Cathode.BinderShare, "wt%");
        Set("cathode/composition/carbon", 100.0 * design.Cathode.CarbonShare, "wt%");
        Set("cathode/loading", 100.0 * design.Cathode.ActiveLoading, "mg/cm2");
        Set("cathode/porosity", 100.0 * design.Cathode.Porosity, "vol%");
        int layers = document.Paths.Count(path => path.StartsWith("electrolyte/", StringComparison.Ordinal) && path.Split('/') is [_, _, "thickness"]);
        for (int i = 0; i < design.Layers.Length && layers == design.Layers.Length; i++)
        {
            Set(FormattableString.Invariant($"electrolyte/{i + 1}/thickness"), 1e6 * design.Layers[i].Thickness, "um");
        }

        if (layers != design.Layers.Length)
        {
            notes.Add(FormattableString.Invariant($"The simulated cell has {layers} electrolyte layers, the design {design.Layers.Length}: thicknesses of the cell.yaml were kept."));
        }

        // The discharge begins charged: the foil has what the first charge plated, too.
        LithiumBudget lithium = LithiumBudget.Of(design);
        Set("lithium/thickness", 1e6 * (lithium.Anode + lithium.Cathode) / PhysicalConstants.Faraday * design.Anode.MolarVolume, "um");
        return (document, notes.ToImmutable());

        void Set(string path, double value, string unit) => document = document.With(path, new Quantity(value, Unit.Parse(unit)));
    }
}
