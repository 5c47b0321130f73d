using Lamella.Core.Arrays;

namespace Lamella.Instruments.Recordings;

/// <summary>Cells of text.</summary>
internal sealed class TextValues(string[] values) : ColumnValues
{
    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    /// <inheritdoc/>
    public override string StoredAs => "text";

    /// <inheritdoc/>
    public override double Number(int row) => double.NaN;

    /// <inheritdoc/>
    public override NamedArray ToArray(string name) => NamedArray.OfText(name, values);

    /// <inheritdoc/>
    public override string Text(int row) => values[row];

    /// <inheritdoc/>
    internal override ColumnValues Take(ReadOnlySpan<int> rows)
    {
        string[] taken = new string[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new TextValues(taken);
    }
}
