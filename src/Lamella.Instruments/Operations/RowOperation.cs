using Lamella.Core.Errors;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>A filter or a resampling that a user names; reading a file never applies one.</summary>
/// <remarks>
/// A filter keeps rows as they are, in their order, with every column. Resampling computes new rows between the records. Both
/// leave the charge between any two rows as it was: see <see cref="RowOperations"/>.
/// </remarks>
public abstract record RowOperation
{
    /// <summary>Gets the name, as the registry has it.</summary>
    public abstract string Name { get; }

    /// <summary>Writes the operation with its parameters and units; <see cref="OperationParser"/> reads it back.</summary>
    /// <returns>For example <c>keep step 3..5</c>.</returns>
    public abstract override string ToString();

    /// <summary>Tells whether a table has the columns that the operation asks for.</summary>
    internal abstract bool AppliesTo(RecordingTable table);

    /// <summary>Says which columns the operation asks for, for messages.</summary>
    internal abstract string Needs();

    /// <summary>Applies the operation to a table that was prepared and that it applies to.</summary>
    /// <exception cref="InputException">The table cannot be resampled so.</exception>
    internal abstract OperatedTable Apply(RecordingTable table, string path);

    /// <summary>Says what stands in a table, where nothing of it is kept; empty where there is nothing to say.</summary>
    internal virtual string Contents(RecordingTable table) => string.Empty;
}
