using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Experiments;

/// <summary>What the efficiency experiments share: lithium on one side, a bare collector on the other.</summary>
internal static class CopperCell
{
    /// <summary>Tells why a cell does not fit, or null.</summary>
    internal static string? Misfit(CellDescription cell) =>
        cell is { Negative: LithiumElectrode, Positive: BareCollector } or { Negative: BareCollector, Positive: LithiumElectrode }
            ? null : "it needs lithium on one side and a bare collector, such as copper, on the other";

    /// <summary>Returns the cell with the stated loss on its collector.</summary>
    internal static CellDescription WithLoss(CellDescription cell, double loss) => double.IsNaN(loss) ? cell
        : cell.Positive is BareCollector positive ? cell with { Positive = positive with { LossOnPlating = loss } }
        : cell with { Negative = ((BareCollector)cell.Negative) with { LossOnPlating = loss } };

    /// <summary>Gets the stated loss of the collector.</summary>
    internal static double LossOf(CellDescription cell) => ((cell.Positive as BareCollector) ?? (BareCollector)cell.Negative).LossOnPlating;

    /// <summary>Plates a charge on the collector.</summary>
    internal static ProtocolStep Plate(CellDescription cell, CurrentLoad load, ChargeAmount charge) => cell.Positive is BareCollector
        ? ProtocolSteps.Discharge(cell, load, new StepTerms { Charge = charge }) : ProtocolSteps.Charge(cell, load, new StepTerms { Charge = charge });

    /// <summary>Strips the collector, up to a charge or until the voltage that shows that it is bare.</summary>
    internal static ProtocolStep Strip(CellDescription cell, CurrentLoad load, ChargeAmount? charge, double until)
    {
        bool positive = cell.Positive is BareCollector;
        var terms = new StepTerms { Charge = charge, Voltage = charge is not null ? double.NaN : positive ? until : -until };
        return positive ? ProtocolSteps.Charge(cell, load, terms) : ProtocolSteps.Discharge(cell, load, terms);
    }

    /// <summary>Numbers of the lithium inventory.</summary>
    internal static ImmutableArray<ReportedValue> Inventory(CellDescription cell, CellRun run, double platedCharge)
    {
        double lost = run.Balance.LostLithium * PhysicalConstants.Faraday;
        return
        [
            new("charge plated in total", platedCharge / 3.6e4, "mAh/cm2"),
            new("lithium lost", lost / 3.6e4, "mAh/cm2", FormattableString.Invariant($"as charge; the stated loss is {LossOf(cell):G4} of what is plated")),
            new("largest deviation of the lithium balance", run.Balance.LithiumDrift, "", "relative; foil, salt, deposit and lost lithium together"),
        ];
    }
}
