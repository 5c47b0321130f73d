using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>What a column id of an .mpr file means.</summary>
/// <param name="Name">Name as EC-Lab writes it on export, with the unit after a slash.</param>
/// <param name="Unit">The unit alone.</param>
/// <param name="StoredAs">f8, f4, u4, u2 or u1.</param>
/// <param name="Scope">Over what it counts.</param>
internal sealed record MprColumnKind(string Name, string Unit, string StoredAs, ColumnScope Scope = ColumnScope.Record)
{
    /// <summary>Gets the number of bytes in a record.</summary>
    internal int Width => StoredAs[1] - '0';
}
