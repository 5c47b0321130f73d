namespace Lamella.Instruments.Recordings;

/// <summary>One column of a table.</summary>
public sealed record RecordingColumn
{
    /// <summary>Gets the name as the vendor writes it, made unique within the table by a number where it repeats.</summary>
    /// <remarks>A column without a name is called by its position: <c>column 7</c>; an unknown binary column <c>id 4711</c>.</remarks>
    public required string Name { get; init; }

    /// <summary>Gets the unit as the vendor writes it; empty where none stands there.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Gets the values, untouched.</summary>
    public required ColumnValues Values { get; init; }

    /// <summary>Gets what it measures.</summary>
    public ColumnRole Role { get; init; }

    /// <summary>Gets over what it counts.</summary>
    public ColumnScope Scope { get; init; }

    /// <summary>Gets the way to SI; null where the unit is not known or the column is no quantity.</summary>
    public ColumnScale? Scale { get; init; }

    /// <summary>Gets whether Lamella computed it; false for what stands in the file.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Gets whether the format knows what the column is; an unknown one is kept and flagged.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Copies the values in SI.</summary>
    /// <returns>Scaled numbers, shape (records); NaN where there is no number.</returns>
    /// <exception cref="InvalidOperationException">The column has no scale.</exception>
    public double[] ToSi()
    {
        ColumnScale scale = Scale ?? throw new InvalidOperationException($"Column '{Name}' has no known unit.");
        double[] numbers = Values.ToNumbers();
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = scale.Apply(numbers[row]);
        }

        return numbers;
    }
}
