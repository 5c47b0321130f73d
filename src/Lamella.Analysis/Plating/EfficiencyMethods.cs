using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Plating;

/// <summary>Coulombic efficiency from what is plated and stripped.</summary>
/// <remarks>
/// <para>Reservoir: CE = (n·Q_C + Q_S)/(n·Q_C + Q_T), with the charges that were measured in the place of n·Q_C; Adams, Zheng, Ren, Xu and Zhang, Adv.
/// Energy Mater. 8 (2018) 1702097, doi 10.1002/aenm.201702097, after Aurbach, Gofer and Langzam, J. Electrochem. Soc. 136 (1989) 3198, doi
/// 10.1149/1.2096425. Its uncertainty is that of Q_S: a common error of the current cancels in the cycles, whose plated and stripped charges
/// are equal by design.</para>
/// <para>Cumulative and anode-free: CE = ΣQ_strip/ΣQ_plate; the uncertainty of 1 − CE is the standard deviation of the mean over the cycles and
/// the accuracy of two charges.</para>
/// </remarks>
public static class EfficiencyMethods
{
    private const double Larger = 1.2; // reservoir over the charges behind it
    private const double Part = 0.9; // of the reservoir: a strip below it leaves lithium

    /// <summary>Computes the efficiency from a reservoir.</summary>
    /// <param name="reservoir">Q_T [C/m²], above 0.</param>
    /// <param name="cycled">Q_C [C/m²], ≥ 0.</param>
    /// <param name="cycles">n, ≥ 0.</param>
    /// <param name="stripped">Q_S [C/m²], ≥ 0; 0 where the cell died before.</param>
    /// <param name="accuracy">Relative standard uncertainty of a charge, ≥ 0.</param>
    /// <returns>CE with its standard uncertainty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Uncertain Reservoir(double reservoir, double cycled, int cycles, double stripped, double accuracy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reservoir);
        ArgumentOutOfRangeException.ThrowIfNegative(cycled);
        ArgumentOutOfRangeException.ThrowIfNegative(cycles);
        ArgumentOutOfRangeException.ThrowIfNegative(stripped);
        ArgumentOutOfRangeException.ThrowIfNegative(accuracy);
        double plated = (cycles * cycled) + reservoir;
        return new Uncertain(((cycles * cycled) + stripped) / plated, accuracy * stripped / plated);
    }

    /// <summary>Reads the efficiency of records.</summary>
    /// <param name="records">The records in the order of time.</param>
    /// <param name="options">What stands against what, area and accuracy.</param>
    /// <returns>The efficiency; null for a symmetric cell and where nothing was plated and then stripped.</returns>
    public static EfficiencyResult? Find(ImmutableArray<TimeSeries> records, PlatingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (options.Cell == PlatingCell.Symmetric)
        {
            return null;
        }

        int plating = options.Cell == PlatingCell.AnodeFree ? 1 : -1;
        (bool Plates, double Charge)[] moves =
        [
            .. records.SelectMany(series => CurrentSegments.HalfCycles(series, CurrentSegments.Find(series), Negligible))
                .Select(half => (half.Direction == plating, half.Charge / options.Area)).SkipWhile(move => !move.Item1),
        ];
        int reservoir = options.Cell == PlatingCell.Collector ? ReservoirOf(moves) : -1;
        return moves.Length < 2 ? null : reservoir >= 0 ? FromReservoir(moves, reservoir, options) : FromCycles(moves, options);
    }

    private const double Negligible = 1e-4;

    /// <summary>Finds the last plating that is larger than all behind it and of which the next strip takes a part; −1 for none.</summary>
    private static int ReservoirOf((bool Plates, double Charge)[] moves)
    {
        for (int i = moves.Length - 2; i >= 0; i--)
        {
            double[] behind = [.. moves[(i + 1)..].Where(move => move.Plates).Select(move => move.Charge)];
            if (moves[i].Plates && behind.Length > 0 && moves[i].Charge > Larger * behind.Max() && moves[i + 1].Charge < Part * moves[i].Charge)
            {
                return i;
            }
        }

        return -1;
    }

    private static EfficiencyResult FromReservoir((bool Plates, double Charge)[] moves, int at, PlatingOptions options)
    {
        (bool Plates, double Charge)[] used = moves[at..];
        double plated = used.Where(move => move.Plates).Sum(move => move.Charge), stripped = used.Where(move => !move.Plates).Sum(move => move.Charge);
        bool endsWithoutStrip = used[^1].Plates;
        double last = endsWithoutStrip ? 0.0 : used[^1].Charge, floor = options.ChargeAccuracy * last / plated;
        double before = moves[..at].Where(move => move.Plates).Sum(move => move.Charge), back = moves[..at].Where(move => !move.Plates).Sum(move => move.Charge);
        var cycles = ImmutableArray.CreateBuilder<PlatingCycle>();
        for (int i = 1; i + 1 < used.Length; i += 2)
        {
            cycles.Add(new PlatingCycle(cycles.Count + 1, used[i + 1].Charge, used[i].Charge)); // stripped first, then plated again
        }

        return new EfficiencyResult
        {
            Method = EfficiencyMethod.Reservoir,
            Loss = new Uncertain(1.0 - (stripped / plated), floor),
            Floor = floor,
            Cycles = cycles.ToImmutable(),
            Reservoir = used[0].Charge,
            LastStripped = last,
            Conditioning = before > 0.0 ? back / before : null,
            EndsWithoutStrip = endsWithoutStrip,
        };
    }

    private static EfficiencyResult? FromCycles((bool Plates, double Charge)[] moves, PlatingOptions options)
    {
        var cycles = ImmutableArray.CreateBuilder<PlatingCycle>();
        for (int i = 0; i + 1 < moves.Length; i++)
        {
            if (moves[i].Plates && !moves[i + 1].Plates)
            {
                cycles.Add(new PlatingCycle(cycles.Count + 1, moves[i].Charge, moves[i + 1].Charge));
            }
        }

        if (cycles.Count == 0)
        {
            return null;
        }

        double efficiency = cycles.Sum(cycle => cycle.Stripped) / cycles.Sum(cycle => cycle.Plated);
        double squares = cycles.Sum(cycle => (cycle.Efficiency - efficiency) * (cycle.Efficiency - efficiency));
        double scatter = cycles.Count > 1 ? Math.Sqrt(squares / (cycles.Count - 1) / cycles.Count) : 0.0, floor = Math.Sqrt(2.0) * options.ChargeAccuracy * efficiency;
        return new EfficiencyResult
        {
            Method = options.Cell == PlatingCell.AnodeFree ? EfficiencyMethod.AnodeFree : EfficiencyMethod.Cumulative,
            Loss = new Uncertain(1.0 - efficiency, Math.Sqrt((scatter * scatter) + (floor * floor))),
            Floor = floor,
            Cycles = cycles.ToImmutable(),
            EndsWithoutStrip = moves[^1].Plates,
        };
    }
}
