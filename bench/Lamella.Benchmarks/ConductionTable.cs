using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Lamella.Structures.Conduction;
using Lamella.Structures.Generation;

namespace Lamella.Benchmarks;

/// <summary>
/// The table of bench/README.md for conduction, printed by <c>dotnet run -c Release --project bench/Lamella.Benchmarks -- conduction-table [SIZE...]</c>:
/// time, memory and share of the bandwidth at a relative error of 1e-3, and how iterations grow at 1e-6.
/// </summary>
/// <remarks>
/// A solve of 512³ voxels does not fit the rounds of a benchmark runner. The baseline moves as many bytes as one iteration
/// does and nothing else, in the same process, before every case; least and median of five. An iteration is the time between two
/// reports of progress, the least of all: the share of the bandwidth is that of the iterations alone.
/// </remarks>
internal static class ConductionTable
{
    /// <summary>The word that asks for the table.</summary>
    internal const string Word = "conduction-table";

    // Counted on the loops of the lattice: 13 for the new direction and its curvature, 29 for the step with half a sweep and the
    // restriction, 13 for the prolongation with the mirrored sweep.
    private const double LatticeBytesPerVoxel = 55.0;

    // Counted on the loops of a coarse lattice: 20 bytes a cell for the first way down, 32 for up and down again, 28 for the last way
    // up. There is one cell for eight, and every level is visited twice as often as the one above: a third of an eighth more.
    private const double CoarseLatticeBytesPerVoxel = 80.0 / 8.0 * 4.0 / 3.0;

    // The lattice itself keeps 17 bytes a voxel and its blocks 0.75; what is left are graphs, which an iteration reads seven times.
    private const double LatticeMemoryPerVoxel = 17.75;
    private const double PassesOverGraphs = 7.0;
    private const double MostContrastOfLattices = 30.0;
    private const int Threads = 2;
    private const int Rounds = 5;
    private const double Tolerance = 1e-3;

    private static readonly (string Name, bool Random, double First, double Second)[] Cases =
    [
        ("contrast 1", false, 1.0, 1.0),
        ("contrast 10", false, 1.0, 10.0),
        ("contrast 1,000", false, 1.0, 1000.0),
        ("insulating phase, 50 %", false, 0.0, 1.0),
        ("random voxels, 32 %", true, 0.0, 1.0),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="sizes">Edges of the volumes in voxels; 64, 128, 256 and 512 where none is given.</param>
    internal static void Print(IEnumerable<string> sizes)
    {
        int[] edges = [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        Console.WriteLine("| case | edge | iterations at 1e-3 | least [s] | median [s] | CPU [s] | bytes a voxel | bytes moved a voxel and iteration | baseline: moving them [ms] | an iteration [ms] | ratio | share of bandwidth | iterations at 1e-6 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach ((string name, bool random, double first, double second) in Cases)
        {
            foreach (int edge in edges.Length > 0 ? edges : [64, 128, 256, 512])
            {
                ConductionProblem problem = Problem(edge, random, first, second);
                _ = Solve(Problem(16, random, first, second), Tolerance, new Clock());
                Row(name, edge, problem);
            }
        }
    }

    private static void Row(string name, int edge, ConductionProblem problem)
    {
        double count = problem.Volume.Extent.Count;
        var clock = new Clock();
        (double[] walls, double cpu, DirectionResult found) = (new double[Rounds], double.MaxValue, null!);
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            found = Solve(problem, Tolerance, clock);
            walls[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            cpu = Math.Min(cpu, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
            clock.Stop();
        }

        Array.Sort(walls);
        double kept = found.Bytes / count;
        double moved = LatticeBytesPerVoxel + (IsEven(problem) ? CoarseLatticeBytesPerVoxel : PassesOverGraphs * Math.Max(0.0, kept - LatticeMemoryPerVoxel));
        double baseline = Move(moved * count);
        string shares = double.IsFinite(clock.Least)
            ? string.Create(CultureInfo.InvariantCulture, $"{1e3 * clock.Least:F0} | {clock.Least / baseline:F1} | {100.0 * baseline / clock.Least:F0} %")
            : "– | – | –";
        int fine = Solve(problem, 1e-6, clock).Iterations;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {edge} | {found.Iterations} | {walls[0]:F2} | {walls[Rounds / 2]:F2} | {cpu:F2} | {1.0 + kept:F1} | {moved:F0} | {1e3 * baseline:F0} | {shares} | {fine} |"));
    }

    /// <summary>Says whether the coarse levels of a case are lattices: decision 0011.</summary>
    private static bool IsEven(ConductionProblem problem)
    {
        double[] values = [.. problem.Phases.Select(phase => phase.Conductivity.X)];
        return values.Min() > 0.0 && values.Max() <= MostContrastOfLattices * values.Min();
    }

    /// <summary>Time to move bytes through memory, two thirds read and one third written, least of three.</summary>
    private static double Move(double bytes)
    {
        // Larger than any cache, as often as needed.
        const int floats = 1 << 25;
        float[] a = new float[floats], b = new float[floats], c = new float[floats];
        Array.Fill(b, 1.0f);
        Array.Fill(c, 2.0f);
        double least = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.For(0, Threads, part =>
            {
                int from = (int)((long)floats * part / Threads), to = (int)((long)floats * (part + 1) / Threads);
                for (int i = from; i <= to - Vector<float>.Count; i += Vector<float>.Count)
                {
                    ((new Vector<float>(b, i) * 0.5f) + new Vector<float>(c, i)).CopyTo(a, i);
                }
            });
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return least * bytes / (3.0 * sizeof(float) * floats);
    }

    private static DirectionResult Solve(ConductionProblem problem, double tolerance, Clock clock) =>
        ConductionSolver.Solve(problem, new ConductionOptions { Axes = [0], Tolerance = tolerance, Threads = Threads }, clock).Directions[0];

    private static ConductionProblem Problem(int edge, bool random, double first, double second)
    {
        double part = random ? 0.32 : 0.5;
        PhaseFraction[] shares = [new("one", 1.0 - part), new("other", part)];
        StructureRecipe recipe = random
            ? new RandomVoxels { Box = VoxelBox.Cube(edge, 1e-6), Seed = 42, Phases = [.. shares] }
            : new LevelCutField { Box = VoxelBox.Cube(edge, 1e-6), Seed = 42, LengthX = 8e-6, Phases = [.. shares] };
        return new ConductionProblem
        {
            Volume = recipe.Generate().Volume,
            Phases = [new("one", [0], PhaseConductivity.Isotropic(first)), new("other", [1], PhaseConductivity.Isotropic(second))],
        };
    }

    /// <summary>Takes the time between the reports that follow each iteration.</summary>
    private sealed class Clock : IProgress<ConductionProgress>
    {
        private long last;

        /// <summary>Gets the least time of an iteration [s], infinite before there are two.</summary>
        internal double Least { get; private set; } = double.PositiveInfinity;

        public void Report(ConductionProgress value)
        {
            long now = Stopwatch.GetTimestamp();
            Least = last == 0 ? Least : Math.Min(Least, Stopwatch.GetElapsedTime(last, now).TotalSeconds);
            last = now;
        }

        /// <summary>Ends a solve: the time until the next one begins is none of an iteration.</summary>
        internal void Stop() => last = 0;
    }
}
