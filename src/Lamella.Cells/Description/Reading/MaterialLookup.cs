using Lamella.Core.Errors;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Finds materials and says where the file asks for one that is unknown.</summary>
internal static class MaterialLookup
{
    internal static T Get<T>(MaterialLibrary materials, string name, InputPlace place)
        where T : class
    {
        try
        {
            return materials.Get<T>(name);
        }
        catch (UnknownMaterialException unknown)
        {
            throw new InputException(place, unknown.Problem, string.Join(", ", unknown.Known), unknown.Remedy);
        }
    }
}
