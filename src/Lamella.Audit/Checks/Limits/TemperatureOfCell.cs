using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A cell is judged with the conductivity that its electrolyte has at the temperature of the cell.</summary>
internal sealed class TemperatureOfCell() : Check(
    "temperature of cell and electrolyte",
    "Is the conductivity of the electrolyte stated at the temperature at which the cell ran?",
    "Arrhenius law: ten kelvin change the conductivity of polymers by a third to a half")
{
    private const double Near = 7.0; // [K]; room temperature is 18 to 30 °C

    private static readonly string[] OfCells = ["capacity_retention", "discharge_capacity", "initial_capacity", "final_capacity", "symmetric_cell_life", "cycles"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from cell in audit.Set.Systems
        where cell.Arrangement == Arrangement.Cell && cell.Electrolyte.Length > 0
        let known = audit.Set.About(cell.Electrolyte, "ionic_conductivity").Where(claim => claim.Value("temperature") is not null && !claim.IsAsPrinted()).ToArray()
        where known.Length == 1 && !audit.Set.About(cell.Electrolyte, "activation_energy").Any()
        from run in audit.Set.About(cell.Name, OfCells).Where(claim => claim.Value("temperature") is { } t && Math.Abs(t.Middle - Middle(known[0])) > Near)
            .GroupBy(claim => claim.Value("temperature")!.Value.Middle).Select(same => same.First())
        select AuditCase.Missing(
            this,
            cell.Name,
            $"temperature of the cell ({run.At("temperature")!.Text}) = temperature of the conductivity ({known[0].At("temperature")!.Text})",
            $"the conductivity of {cell.Electrolyte} at {run.At("temperature")!.Text}, or its activation energy",
            run,
            known[0]);

    private static double Middle(Claim claim) => claim.Value("temperature")!.Value.Middle;
}
