using System.Numerics;

namespace Lamella.Numerics.Graphs;

/// <summary>
/// The order in which the nodes of a graph are relaxed: runs of successive nodes, each relaxed in the order of its nodes, in colours such
/// that runs of one colour share no link. Any thread may take any run of a colour without changing a result, and memory
/// is read in one stream.
/// </summary>
internal sealed class GraphOrder
{
    private const int RunLength = 1024;

    private GraphOrder((int From, int To)[][] runs) => Runs = runs;

    internal static GraphOrder Empty { get; } = new([]);

    /// <summary>Gets the runs of each colour.</summary>
    internal (int From, int To)[][] Runs { get; }

    /// <summary>The order of given runs.</summary>
    /// <param name="firstOfRun">First node of each run, and the number of nodes behind the last.</param>
    /// <param name="colourOfRun">Colour of each run: runs that share a link differ.</param>
    internal static GraphOrder OfRuns(int[] firstOfRun, Func<int, int> colourOfRun)
    {
        var runs = new List<List<(int From, int To)>>();
        for (int run = 0; run + 1 < firstOfRun.Length; run++)
        {
            int colour = colourOfRun(run);
            while (runs.Count <= colour)
            {
                runs.Add([]);
            }

            if (firstOfRun[run + 1] > firstOfRun[run])
            {
                runs[colour].Add((firstOfRun[run], firstOfRun[run + 1]));
            }
        }

        return new GraphOrder([.. runs.Select(list => list.ToArray())]);
    }

    /// <summary>Cuts a graph into runs of one length and gives each the smallest colour that no run before it shares a link with.</summary>
    internal static unsafe GraphOrder Of<T>(GraphLevel<T> level)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = (level.Count + RunLength - 1) / RunLength;
        int[] colours = new int[count];
        var taken = new List<int>();
        for (int run = 0; run < count; run++)
        {
            int from = run * RunLength, to = Math.Min(level.Count, from + RunLength);
            for (int k = level.Starts[from]; k < level.Starts[to]; k++)
            {
                int other = level.Columns[k] / RunLength;
                if (other < run)
                {
                    taken[colours[other]] = run;
                }
            }

            int colour = 0;
            while (colour < taken.Count && taken[colour] == run)
            {
                colour++;
            }

            if (colour == taken.Count)
            {
                taken.Add(-1);
            }

            colours[run] = colour;
        }

        return OfRuns([.. Enumerable.Range(0, count + 1).Select(run => Math.Min(level.Count, run * RunLength))], run => colours[run]);
    }
}
