using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Lamella.Core.Arrays;

namespace Lamella.Instruments.Recordings;

/// <summary>The values of a column, in the type in which the file stores them.</summary>
public abstract class ColumnValues
{
    /// <summary>Gets the number of records.</summary>
    public abstract int Count { get; }

    /// <summary>Gets whether the values are numbers.</summary>
    public abstract bool IsNumeric { get; }

    /// <summary>Gets how the file stores a value: <c>f4</c>, <c>f8</c>, <c>i4</c>, <c>u2</c>, <c>number as text</c>, <c>text</c>.</summary>
    public abstract string StoredAs { get; }

    /// <summary>Reads a value as a number.</summary>
    /// <param name="row">Record, from 0.</param>
    /// <returns>The stored value without any scaling; NaN for a blank, a text or a number that is not there.</returns>
    public abstract double Number(int row);

    /// <summary>Reads a value as text.</summary>
    /// <param name="row">Record, from 0.</param>
    /// <returns>The cell as written, or the shortest text of the number; empty for a blank.</returns>
    public abstract string Text(int row);

    /// <summary>Copies all values as numbers.</summary>
    /// <returns>Shape (records).</returns>
    public double[] ToNumbers()
    {
        double[] numbers = new double[Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = Number(row);
        }

        return numbers;
    }

    /// <summary>Makes a NumPy array in the stored type.</summary>
    /// <param name="name">Name of the array.</param>
    /// <returns>The array; texts as Unicode.</returns>
    public abstract NamedArray ToArray(string name);

    /// <summary>Copies some records, in the stored type.</summary>
    /// <param name="rows">Records, each from 0 to <see cref="Count"/> less 1, in the order wanted.</param>
    /// <returns>The values of these records.</returns>
    internal abstract ColumnValues Take(ReadOnlySpan<int> rows);

    /// <summary>Wraps numbers that a binary file stores.</summary>
    /// <typeparam name="T">Stored type.</typeparam>
    /// <param name="values">The values; the caller gives the array away.</param>
    /// <returns>The column's values.</returns>
    public static ColumnValues Of<T>(T[] values)
        where T : struct, INumber<T> => new NumberValues<T>(values, Code<T>());

    /// <summary>Wraps numbers that stand as text in the file.</summary>
    /// <param name="values">The numbers, NaN where the cell holds none; the caller gives the array away.</param>
    /// <param name="exceptions">The cells that hold neither a number nor nothing, by row: <c>N/A</c>.</param>
    /// <returns>The column's values.</returns>
    public static ColumnValues OfText(double[] values, ImmutableDictionary<int, string>? exceptions = null) =>
        new NumberValues<double>(values, "number as text", exceptions);

    /// <summary>Wraps text.</summary>
    /// <param name="values">The cells; the caller gives the array away.</param>
    /// <returns>The column's values.</returns>
    public static ColumnValues Of(string[] values) => new TextValues(values);

    private static string Code<T>()
        where T : struct
    {
        string kind = typeof(T) == typeof(float) || typeof(T) == typeof(double) ? "f"
            : typeof(T) == typeof(byte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong) ? "u" : "i";
        return kind + System.Runtime.CompilerServices.Unsafe.SizeOf<T>().ToString(CultureInfo.InvariantCulture);
    }
}
