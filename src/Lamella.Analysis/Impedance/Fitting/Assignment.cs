namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Gives each place one of as many things so that the sum of distances is least.</summary>
internal static class Assignment
{
    private const int MostForAllOrders = 7;

    /// <summary>Finds the best order.</summary>
    /// <param name="distance">Distance of thing i from place j, shape (n, n).</param>
    /// <returns>The thing at each place.</returns>
    /// <remarks>All orders are tried up to seven things; above, the nearest pairs are joined first.</remarks>
    internal static int[] Best(double[,] distance)
    {
        int count = distance.GetLength(0);
        if (count > MostForAllOrders)
        {
            return Greedy(distance);
        }

        int[] best = [.. Enumerable.Range(0, count)];
        double least = double.PositiveInfinity;
        Try(distance, new int[count], 0, 0, 0.0, ref least, best);
        return best;
    }

    private static void Try(double[,] distance, int[] order, int place, int used, double sum, ref double least, int[] best)
    {
        if (sum >= least)
        {
            return;
        }

        if (place == order.Length)
        {
            least = sum;
            order.CopyTo(best, 0);
            return;
        }

        for (int thing = 0; thing < order.Length; thing++)
        {
            if ((used & (1 << thing)) == 0)
            {
                order[place] = thing;
                Try(distance, order, place + 1, used | (1 << thing), sum + distance[thing, place], ref least, best);
            }
        }
    }

    private static int[] Greedy(double[,] distance)
    {
        int count = distance.GetLength(0);
        int[] order = new int[count];
        Array.Fill(order, -1);
        var pairs = from thing in Enumerable.Range(0, count)
                    from place in Enumerable.Range(0, count)
                    orderby distance[thing, place]
                    select (thing, place);
        foreach ((int thing, int place) in pairs)
        {
            if (order[place] < 0 && !order.Contains(thing))
            {
                order[place] = thing;
            }
        }

        return order;
    }
}
