using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <summary>Cell-level rows and columns around the block-tridiagonal matrix along x.</summary>
/// <remarks>
/// [A B; C D]·[x; z] = [f; g] with S = D − C·A⁻¹·B: z = S⁻¹(g − C·A⁻¹f), x = A⁻¹f − (A⁻¹B)·z. Columns of B that are
/// zero (charge, lithium of the foils) cost nothing.
/// </remarks>
internal sealed class BorderMatrix
{
    private readonly double[] schur;
    private readonly double[] unknowns;
    private readonly DenseLu factors;

    internal BorderMatrix(CellLayout layout)
    {
        Size = layout.Border;
        int along = layout.ParticleStart;
        (Column, ColumnRate, Response, Row) = (Vectors(), Vectors(), Vectors(), Vectors());
        Couples = new bool[Size];
        RowReach = new (int First, int Last)[Size];
        (Corner, CornerRate, schur) = (new double[Size * Size], new double[Size * Size], new double[Size * Size]);
        unknowns = new double[Size];
        factors = new DenseLu(Size);

        double[][] Vectors() => [.. Enumerable.Range(0, Size).Select(_ => new double[along])];
    }

    /// <summary>Gets the number of cell-level unknowns.</summary>
    internal int Size { get; }

    /// <summary>Gets ∂(equations along x)/∂z, per cell-level unknown; with the particles eliminated.</summary>
    internal double[][] Column { get; }

    /// <summary>Gets ∂(equations along x)/∂ż.</summary>
    internal double[][] ColumnRate { get; }

    /// <summary>Gets whether a cell-level unknown acts on the cells at all.</summary>
    internal bool[] Couples { get; }

    /// <summary>Gets ∂(cell-level equation)/∂(unknowns along x).</summary>
    internal double[][] Row { get; }

    /// <summary>Gets the first and last unknown along x that each cell-level equation contains; last below first for none.</summary>
    internal (int First, int Last)[] RowReach { get; }

    /// <summary>Gets ∂(cell-level equations)/∂z, row-major.</summary>
    internal double[] Corner { get; }

    /// <summary>Gets ∂(cell-level equations)/∂ż, row-major.</summary>
    internal double[] CornerRate { get; }

    /// <summary>Gets A⁻¹·B, per cell-level unknown.</summary>
    internal double[][] Response { get; }

    /// <summary>Gets the solution z of the last solve.</summary>
    internal ReadOnlySpan<double> Solution => unknowns;

    internal void Clear()
    {
        for (int index = 0; index < Size; index++)
        {
            if (Couples[index])
            {
                Array.Clear(Column[index]);
            }

            if (RowReach[index].Last >= RowReach[index].First)
            {
                Array.Clear(Row[index], RowReach[index].First, RowReach[index].Last - RowReach[index].First + 1);
            }

            (Couples[index], RowReach[index]) = (false, (int.MaxValue, -1));
        }

        Array.Clear(Corner);
        Array.Clear(CornerRate);
    }

    /// <summary>Adds to ∂(equation along x)/∂z.</summary>
    internal void AddColumn(int unknown, int equation, double value)
    {
        Column[unknown][equation] += value;
        Couples[unknown] = true;
    }

    /// <summary>Adds to ∂(cell-level equation)/∂(unknown along x).</summary>
    internal void AddRow(int equation, int unknown, double value)
    {
        Row[equation][unknown] += value;
        (int first, int last) = RowReach[equation];
        RowReach[equation] = (Math.Min(first, unknown), Math.Max(last, unknown));
    }

    /// <summary>Adds to ∂(cell-level equation)/∂z and, with <paramref name="rate"/>, to ∂(cell-level equation)/∂ż.</summary>
    internal void AddCorner(int equation, int unknown, double value, double rate = 0.0)
    {
        Corner[(equation * Size) + unknown] += value;
        CornerRate[(equation * Size) + unknown] += rate;
    }

    /// <summary>Factors S for the factor c; needs the responses.</summary>
    internal bool Factor(double derivativeFactor)
    {
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                int at = (row * Size) + column;
                schur[at] = Corner[at] + (derivativeFactor * CornerRate[at])
                    - (Couples[column] ? Product(row, Response[column]) : 0.0);
            }
        }

        return factors.Factor(schur);
    }

    /// <summary>Solves for z, given A⁻¹f, and corrects it to x.</summary>
    /// <param name="along">On entry A⁻¹f, on exit x.</param>
    /// <param name="own">On entry g, on exit z.</param>
    internal void Solve(Span<double> along, Span<double> own)
    {
        for (int row = 0; row < Size; row++)
        {
            unknowns[row] = own[row] - Product(row, along);
        }

        factors.Solve(unknowns);
        unknowns.CopyTo(own);
        for (int column = 0; column < Size; column++)
        {
            if (!Couples[column] || unknowns[column] == 0.0)
            {
                continue;
            }

            double factor = unknowns[column];
            Kernels.AddScaled(along, -factor, Response[column]);
        }
    }

    /// <summary>A cell-level equation times a vector along x.</summary>
    private double Product(int row, ReadOnlySpan<double> along)
    {
        (int first, int last) = RowReach[row];
        return last < first ? 0.0 : Kernels.Dot(Row[row].AsSpan(first, last - first + 1), along[first..]);
    }
}
