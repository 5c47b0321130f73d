using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>What several experiments share: the full charge before a discharge, and the columns of a discharge.</summary>
internal static class ChargedCell
{
    internal static ImmutableArray<ReportedColumn> DischargeColumns { get; } =
    [
        new("current density", "mA/cm2"), new("capacity", "mAh/cm2"), new("capacity per mass", "mAh/g"),
        new("energy", "mWh/cm2"), new("mean voltage", "V"), new("share of the first", ""),
    ];

    /// <summary>Charge, hold at the upper cut-off, rest.</summary>
    internal static ImmutableArray<ProtocolStep> FullCharge(
        CellDescription cell, CurrentLoad charge, CurrentLoad hold, double rest, double temperature = double.NaN) =>
    [
        ProtocolSteps.Charge(cell, charge, new StepTerms { Temperature = temperature }),
        ProtocolSteps.Hold(cell, cell.UpperCutOff, new StepTerms { Current = hold, Temperature = temperature }),
        ProtocolSteps.Rest(rest, temperature),
    ];

    /// <summary>The row of one discharge.</summary>
    /// <param name="label">Label of the row.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="load">The current that was asked for; a step that could not start carried none.</param>
    /// <param name="step">The discharge.</param>
    /// <param name="first">Capacity to which its own is compared [C/m²].</param>
    internal static ReportedRow Row(string label, CellDescription cell, CurrentLoad load, StepResult step, double first)
    {
        double charge = 0.0 - step.Charge; // not -0
        double loading = cell.PorousPositive?.ActiveLoading ?? cell.PorousNegative?.ActiveLoading ?? double.NaN;
        return new ReportedRow(
            label,
            [
                -load.DensityIn(cell) / 10.0, charge / 3.6e4, charge / (3600.0 * loading), (0.0 - step.Energy) / 3.6e4,
                charge > 0.0 ? step.Energy / step.Charge : double.NaN, first > 0.0 ? charge / first : double.NaN,
            ],
            step.Ending == StepEnding.LowerVoltageCutOff ? string.Empty : step.Reason);
    }

    /// <summary>Sentences for the steps of a preparation that did not end as they should.</summary>
    internal static ImmutableArray<string> Notes(CellRun? preparation) => preparation is null ? [] :
    [
        .. preparation.Steps.Any(step => step.Charge != 0.0) ? Array.Empty<string>()
            : [$"The cell was not charged before the experiment: {preparation.Steps[0].Reason}."],
        .. preparation.Steps
            .Where(step => step.Ending is not (StepEnding.UpperVoltageCutOff or StepEnding.CurrentCutOff or StepEnding.Duration or StepEnding.HostExhausted))
            .Select(step => $"Before the experiment, '{step.Label}' ended early: {step.Reason}."),
    ];
}
