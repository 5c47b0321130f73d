namespace Lamella.Instruments.Formats.Ivium;

/// <summary>One block of a data object.</summary>
/// <param name="Set">Number of the data set, from 1.</param>
/// <param name="Title">Title of the data set.</param>
/// <param name="Method">Its method, for example <c>Impedance</c>.</param>
/// <param name="Name">Name of the object, for example <c>primary_data</c>.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="StatedRows">Number of records that the file states.</param>
internal sealed record IviumObject(int Set, string Title, string Method, string Name, int Columns, int StatedRows)
{
    /// <summary>Gets the records.</summary>
    internal List<double[]> Rows { get; } = [];

    /// <summary>Gets whether these are the records of the measurement.</summary>
    internal bool IsPrimary => Name == "primary_data";
}
