using Lamella.Numerics.Graphs;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Graphs;

/// <summary>Graphs that tests make for themselves.</summary>
internal static unsafe class TestGraphs
{
    /// <summary>A square of nodes of which some links are missing and the others differ by powers of a factor; electrodes along one side.</summary>
    internal static GraphLevel<double> Square(int size, double factor, double missing, bool electrodes = true, ulong seed = 1)
    {
        var generator = new SeededGenerator(seed);
        int count = size * size;
        var links = new SortedDictionary<int, double>[count];
        for (int node = 0; node < count; node++)
        {
            links[node] = [];
        }

        for (int node = 0; node < count; node++)
        {
            foreach (int other in (int[])[node % size < size - 1 ? node + 1 : -1, node + size < count ? node + size : -1])
            {
                double link = Math.Pow(factor, generator.NextUniform());
                if (other >= 0 && generator.NextUniform() >= missing)
                {
                    (links[node][other], links[other][node]) = (link, link);
                }
            }

            if (electrodes && node < size)
            {
                links[node][count] = 2.0;
            }
        }

        var rows = new GraphRows<double>();
        foreach (SortedDictionary<int, double> row in links)
        {
            rows.Add([.. row.Keys], [.. row.Values]);
        }

        GraphLevel<double> level = GraphRows<double>.Assemble([rows]);
        level.Order = GraphOrder.Of(level);
        return level;
    }

    /// <summary>The matrix of a graph.</summary>
    internal static double[,] Matrix(GraphLevel<double> graph)
    {
        double[,] matrix = new double[graph.Count, graph.Count];
        for (int node = 0; node < graph.Count; node++)
        {
            matrix[node, node] = graph.Diagonal(node);
            for (int k = graph.Starts[node]; k < graph.Starts[node + 1]; k++)
            {
                if (graph.Columns[k] != graph.Ground)
                {
                    matrix[node, graph.Columns[k]] -= graph.Links[k];
                }
            }
        }

        return matrix;
    }

    internal static void ShouldBeTheMatrix(GraphLevel<double> graph, double[,] expected, double tolerance)
    {
        double[,] found = Matrix(graph);
        for (int a = 0; a < graph.Count; a++)
        {
            for (int b = 0; b < graph.Count; b++)
            {
                found[a, b].ShouldBe(expected[a, b], (tolerance * Math.Max(expected[a, a], expected[b, b])) + double.Epsilon, $"row {a}, column {b}");
            }
        }
    }
}
