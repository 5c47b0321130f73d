namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The weighted columns of a set of processes: resistance, inductance, tail, processes.</summary>
internal static class ProcessColumns
{
    /// <summary>Writes the columns of the linear parameters.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="set">The processes.</param>
    /// <param name="slopes">Receives the derivatives after each non-linear parameter, by columns; empty to leave them out.</param>
    /// <returns>The columns, shape (2N · linear parameters), of size about 1 each.</returns>
    internal static double[] Fill(WeightedData data, ProcessSet set, Span<double> slopes)
    {
        int n = data.Count, rows = 2 * n, next = 0, slope = 0;
        double[] columns = new double[rows * set.LinearCount];
        if (set.HasResistance)
        {
            data.Weight.CopyTo(columns, rows * next++);
        }

        if (set.HasInductance)
        {
            Span<double> imaginary = columns.AsSpan((rows * next++) + n, n);
            for (int i = 0; i < n; i++)
            {
                imaginary[i] = data.Weight[i] * Math.Exp(data.LogOmega[i] - data.LogOmega[0]);
            }
        }

        if (set.TailExponent is { } exponent)
        {
            FillTail(data, exponent, columns.AsSpan(rows * next++, rows), slopes.IsEmpty ? [] : slopes[..rows]);
            slope++;
        }

        foreach (RelaxationProcess process in set.Processes)
        {
            Span<double> own = slopes.IsEmpty ? [] : slopes.Slice(rows * slope, rows * process.ParameterCount);
            process.Fill(data.LogOmega, data.Weight, columns.AsSpan(rows * next++, rows), own);
            slope += process.ParameterCount;
        }

        return columns;
    }

    /// <summary>Writes (jω/ω_min)^−n and its derivative after n.</summary>
    private static void FillTail(WeightedData data, double exponent, Span<double> value, Span<double> slope)
    {
        int n = data.Count;
        double cosine = Math.Cos(0.5 * Math.PI * exponent), sine = Math.Sin(0.5 * Math.PI * exponent);
        for (int i = 0; i < n; i++)
        {
            double x = data.LogOmega[i] - data.LogOmega[^1];
            double size = data.Weight[i] * Math.Exp(-exponent * x);
            (value[i], value[n + i]) = (size * cosine, -size * sine);
            if (!slope.IsEmpty)
            {
                // d/dn of e^{−n(x + jπ/2)} = −(x + jπ/2)·e^{...}
                slope[i] = -(x * value[i]) + (0.5 * Math.PI * value[n + i]);
                slope[n + i] = -(x * value[n + i]) - (0.5 * Math.PI * value[i]);
            }
        }
    }
}
