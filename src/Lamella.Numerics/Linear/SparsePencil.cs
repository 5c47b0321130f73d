using System.Numerics;

namespace Lamella.Numerics.Linear;

/// <summary>The sparse matrix A + s·B with real A and B, compressed by columns; it is complex where s is.</summary>
/// <remarks>
/// A differential–algebraic system F(t, y, ẏ) = 0, disturbed by δy·exp(s·t), obeys (A + s·B)·δy = b with A = ∂F/∂y and
/// B = ∂F/∂ẏ. Immutable; <see cref="SparsePencilBuilder"/> makes it.
/// </remarks>
public sealed class SparsePencil
{
    private readonly int[] columnStart;
    private readonly int[] rows;
    private readonly double[] constant;
    private readonly double[] linear;

    internal SparsePencil(int size, int[] columnStart, int[] rows, double[] constant, double[] linear)
    {
        (Size, this.columnStart, this.rows, this.constant, this.linear) = (size, columnStart, rows, constant, linear);
    }

    /// <summary>Gets n, the number of rows and of columns.</summary>
    public int Size { get; }

    /// <summary>Gets the number of entries that are kept.</summary>
    public int Count => rows.Length;

    internal ReadOnlySpan<int> ColumnStart => columnStart;

    internal ReadOnlySpan<int> Rows => rows;

    internal ReadOnlySpan<double> Constant => constant;

    internal ReadOnlySpan<double> Linear => linear;

    /// <summary>Computes (A + s·B)·x.</summary>
    /// <param name="shift">s.</param>
    /// <param name="x">x, shape (n).</param>
    /// <param name="product">Receives the product, shape (n); must not overlap <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">A length is not n.</exception>
    public void Multiply(Complex shift, ReadOnlySpan<Complex> x, Span<Complex> product)
    {
        if (x.Length != Size || product.Length != Size)
        {
            throw new ArgumentException($"{Size} unknowns need {Size} elements, got {x.Length} and {product.Length}.", nameof(x));
        }

        product.Clear();
        for (int column = 0; column < Size; column++)
        {
            for (int at = columnStart[column]; at < columnStart[column + 1]; at++)
            {
                product[rows[at]] += (constant[at] + (shift * linear[at])) * x[column];
            }
        }
    }

    /// <summary>Gets one entry of A + s·B.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column.</param>
    /// <param name="shift">s.</param>
    /// <returns>The entry; 0 where none is kept.</returns>
    public Complex Entry(int row, int column, Complex shift)
    {
        int found = rows.AsSpan()[columnStart[column]..columnStart[column + 1]].BinarySearch(row);
        return found < 0
            ? Complex.Zero
            : constant[columnStart[column] + found] + (shift * linear[columnStart[column] + found]);
    }
}
