using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
using Lamella.Energy.Targets;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.UseCases.Designs;

/// <summary>Reads a design file and finds mass, volume, energy, power and lithium of the cell, and what a target would take.</summary>
public static class DesignCell
{
    // What the simulation computes: it is laid over the design that says how to simulate.
    private const double AnyVoltage = 3.8;

    /// <summary>Computes a design.</summary>
    /// <param name="request">Which design, and what of it.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">The file describes no cell, or the target is none; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DesignReport Run(DesignRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Func<BuiltCell, double>? measure = Measure(request);
        MaterialLibrary materials = MaterialLibrary.LoadShipped();
        DesignSheet sheet = DesignSheet.Read(request.DesignFile, FactLibrary.LoadShipped());
        SimulatedDischarge? discharge = null;
        if (request.Simulate)
        {
            progress?.Report(new RunProgress("simulating the discharge", 0.0));
            DesignSheet complete = sheet.Find("energy/voltage") is null ? sheet.With("energy/voltage", new Quantity(AnyVoltage, Unit.Parse("V"))) : sheet;
            discharge = SimulatedDischarge.Run(request, complete, materials, cancellation);
            sheet = discharge.Over(sheet);
        }

        progress?.Report(new RunProgress("varying the inputs", discharge is null ? 0.8 : 0.2));
        DesignReport report = Described(request, sheet, discharge, materials, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return report with
        {
            Discharge = discharge,
            Target = measure is null ? null : Target(request, report, measure, materials, progress, cancellation),
            Front = request.Front ? ParetoFront.Search(
                report.Cell.Design, DesignConstraints.Of(sheet, report.Cell.Design), cell => cell.SpecificEnergy(EnergyBasis.Cell), cancellation) : [],
            Warnings = discharge is null ? report.Warnings : [.. discharge.Notes, .. report.Warnings],
        };
    }

    private static DesignReport Described(
        DesignRequest request, DesignSheet sheet, SimulatedDischarge? discharge, MaterialLibrary materials, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        BuiltCell cell = BuiltCell.Of(sheet.Build(materials));
        var variation = new DesignVariation(materials);
        SimulatedEnergies? simulated = discharge is null ? null : new SimulatedEnergies(cell.Design, discharge, design =>
        {
            progress?.Report(new RunProgress("simulating the varied design", 0.5));
            return SimulatedDischarge.Varied(request, sheet, design, discharge, materials, cancellation);
        });
        Func<BuiltCell, double> Of(Func<BuiltCell, double> measure) => simulated?.Of(measure) ?? measure;
        return new DesignReport(sheet, cell)
        {
            Energies =
            [
                .. Enum.GetValues<EnergyBasis>().Select(basis => new BasisEnergy(
                    basis, cell.Mass(basis), cell.Volume(basis),
                    variation.Propagate(sheet, Of(built => built.SpecificEnergy(basis))), variation.Propagate(sheet, Of(built => built.EnergyDensity(basis))))),
            ],
            Effects = variation.Tornado(sheet, Of(built => built.SpecificEnergy(EnergyBasis.Cell))),
            Warnings = DesignWarnings.Of(sheet, cell, isTarget: request.Target is not null),
        };
    }

    private static DesignTarget Target(
        DesignRequest request, DesignReport report, Func<BuiltCell, double> measure, MaterialLibrary materials, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        CellDesign design = report.Cell.Design;
        var constraints = DesignConstraints.Of(report.Sheet, design);
        double target = request.Target!.InSi;
        TargetResult result = new InverseDesign(design, constraints, measure).Solve(
            target, new SingleLevers(materials).Solve(report.Sheet, constraints, measure, target));
        var found = new DesignTarget(request.Target, request.TargetBasis, constraints, result);
        found = found with { Energies = new TargetEnergies(Reached(result.Thickest), Reached(result.AtDescribedLoading)) };
        double? Reached(LeverSetting? setting) => setting is { } at ? measure(BuiltCell.Of(new DesignLevers(design).At(at))) : null;
        return request.Check ? found with { Checks = [.. Checks(request, report.Sheet, found, new DesignLevers(design), measure, materials, progress, cancellation)] } : found;
    }

    /// <summary>Simulates the designs that were found: the constraints are closed forms, the cell model is not.</summary>
    private static IEnumerable<CheckedDesign> Checks(
        DesignRequest request, DesignSheet sheet, DesignTarget found, DesignLevers levers, Func<BuiltCell, double> measure,
        MaterialLibrary materials, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        (string Name, LeverSetting? Setting)[] designs =
        [
            ("thickest electrolyte", found.Result.Thickest), ("described loading", found.Result.AtDescribedLoading), ("best within the constraints", found.Result.BestSetting),
        ];
        foreach ((string name, LeverSetting? setting) in designs)
        {
            if (setting is { } settings)
            {
                progress?.Report(new RunProgress($"simulating the design: {name}", 0.9));
                CellDesign cell = levers.At(settings);
                SimulatedDischarge discharge = SimulatedDischarge.Check(request, sheet, cell, found.Constraints.Rate, materials, cancellation);
                CellDesign delivering = cell with { Voltage = discharge.Voltage, Cathode = cell.Cathode with { Capacity = discharge.Capacity } };
                yield return new CheckedDesign(name, settings, discharge, measure(BuiltCell.Of(delivering)));
            }
        }
    }

    private static Func<BuiltCell, double>? Measure(DesignRequest request)
    {
        if (request.Target is not { } wanted)
        {
            return null;
        }

        Func<BuiltCell, double>? measure = wanted.InSi > 0.0 ? DesignTarget.MeasureOf(wanted, request.TargetBasis) : null;
        return measure ?? throw new InputException(
            InputPlace.Whole("--target"), $"'{wanted}' is a {wanted.Dimension.Name} and no target.", "an energy per mass or per volume above 0",
            "Write for example --target \"500 Wh/kg\" or --target \"1000 Wh/L\".");
    }
}
