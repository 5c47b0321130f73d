using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Lamella.Core.Arrays;

namespace Lamella.Instruments.Recordings;

/// <summary>Numbers of one stored type, with the few cells that are none.</summary>
internal sealed class NumberValues<T>(T[] values, string storedAs, ImmutableDictionary<int, string>? exceptions = null) : ColumnValues
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <inheritdoc/>
    public override bool IsNumeric => true;

    /// <inheritdoc/>
    public override string StoredAs => storedAs;

    /// <inheritdoc/>
    public override double Number(int row) => double.CreateChecked(values[row]);

    /// <inheritdoc/>
    public override NamedArray ToArray(string name) => (object)values switch
    {
        double[] array => NamedArray.Of<double>(name, array),
        float[] array => NamedArray.Of<float>(name, array),
        long[] array => NamedArray.Of<long>(name, array),
        int[] array => NamedArray.Of<int>(name, array),
        short[] array => NamedArray.Of<short>(name, array),
        ulong[] array => NamedArray.Of<ulong>(name, array),
        uint[] array => NamedArray.Of<uint>(name, array),
        ushort[] array => NamedArray.Of<ushort>(name, array),
        byte[] array => NamedArray.Of<byte>(name, array),
        _ => NamedArray.Of<double>(name, ToNumbers()),
    };

    /// <inheritdoc/>
    public override string Text(int row)
    {
        if (exceptions is not null && exceptions.TryGetValue(row, out string? text))
        {
            return text;
        }

        T value = values[row];
        return T.IsNaN(value) ? string.Empty : value.ToString(null, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    internal override ColumnValues Take(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        var texts = ImmutableDictionary.CreateBuilder<int, string>();
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[rows[i]];
            if (exceptions is not null && exceptions.TryGetValue(rows[i], out string? text))
            {
                texts.Add(i, text);
            }
        }

        return new NumberValues<T>(taken, storedAs, texts.Count > 0 ? texts.ToImmutable() : null);
    }
}
