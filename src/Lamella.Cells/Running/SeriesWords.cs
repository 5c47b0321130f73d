using System.Collections.Immutable;
using Lamella.Cells.Results;

namespace Lamella.Cells.Running;

/// <summary>What cells in series report together.</summary>
internal static class SeriesWords
{
    /// <summary>Says of which cell something is.</summary>
    internal static string Of(int index, string what) => FormattableString.Invariant($"cell {index + 1}: {what}");

    /// <summary>Says in which cell something ended.</summary>
    internal static StepOutcome InCell(int index, StepOutcome outcome) => outcome with
    {
        Reason = FormattableString.Invariant($"in cell {index + 1}, {outcome.Reason}"),
    };

    /// <summary>Names layers by their cell.</summary>
    internal static ImmutableArray<LayerVoltage> Name(int index, ImmutableArray<LayerVoltage> layers) =>
        [.. layers.Select(layer => layer with { Layer = Of(index, layer.Layer) })];

    /// <summary>Adds the split of one more cell.</summary>
    internal static VoltageSplit Add(VoltageSplit sum, VoltageSplit cell, int index) => new()
    {
        OpenCircuit = sum.OpenCircuit + cell.OpenCircuit,
        SolidDiffusion = sum.SolidDiffusion + cell.SolidDiffusion,
        CathodeKinetics = sum.CathodeKinetics + cell.CathodeKinetics,
        CathodeFilm = sum.CathodeFilm + cell.CathodeFilm,
        AnodeKinetics = sum.AnodeKinetics + cell.AnodeKinetics,
        AnodeFilm = sum.AnodeFilm + cell.AnodeFilm,
        LithiumKinetics = sum.LithiumKinetics + cell.LithiumKinetics,
        LithiumFilm = sum.LithiumFilm + cell.LithiumFilm,
        Ohmic = sum.Ohmic.AddRange(Name(index, cell.Ohmic)),
        Joints = sum.Joints + cell.Joints,
        Concentration = sum.Concentration + cell.Concentration,
        Electronic = sum.Electronic + cell.Electronic,
    };
}

/// <summary>Follows the balances of every cell: amounts add up, the largest deviation of any cell counts.</summary>
internal sealed class SeriesObserver(ImmutableArray<ICellObserver> cells, ImmutableArray<int> starts) : ICellObserver
{
    /// <inheritdoc/>
    public CellBalance Balance
    {
        get
        {
            CellBalance[] balances = [.. cells.Select(cell => cell.Balance)];
            return new CellBalance
            {
                Lithium = balances.Sum(b => b.Lithium),
                LithiumDrift = balances.Max(b => b.LithiumDrift),
                SaltDrift = balances.Max(b => b.SaltDrift),
                ChargeDrift = balances.Max(b => b.ChargeDrift),
                FoilLithium = balances.Sum(b => b.FoilLithium),
                LostLithium = balances.Sum(b => b.LostLithium),
            };
        }
    }

    /// <inheritdoc/>
    public void See(double time, ReadOnlySpan<double> y)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            cells[k].See(time, y[starts[k]..starts[k + 1]]);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Warnings() => [.. cells.SelectMany(cell => cell.Warnings()).Distinct()];
}
