using System.Collections.Frozen;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Names of the techniques of EC-Lab.</summary>
internal static class BioLogicTechniques
{
    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0x04] = "GCPL", [0x77] = "GCPL", [0x06] = "CV", [0x30] = "CV", [0x0B] = "OCV", [0x16] = "MP", [0x18] = "CA", [0x19] = "CP",
        [0x1C] = "WAIT", [0x1D] = "PEIS", [0x1E] = "GEIS", [0x32] = "ZIR", [0x33] = "CVA", [0x6C] = "LSV", [0x75] = "coV",
        [0x76] = "coC", [0x7F] = "MB", [0x88] = "BCD",
    }.ToFrozenDictionary();

    /// <summary>Gets the name of a technique; <c>technique 17</c> for one that is not known.</summary>
    internal static string NameOf(int id) => Names.GetValueOrDefault(id) ?? FormattableString.Invariant($"technique {id}");
}
