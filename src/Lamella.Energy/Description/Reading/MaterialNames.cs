using Lamella.Core.Errors;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Description.Reading;

/// <summary>Looks up the materials that a design names.</summary>
internal static class MaterialNames
{
    /// <summary>Returns a material.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="materials">The library.</param>
    /// <param name="content">The file, for the place of the name.</param>
    /// <param name="path">Path of the word that names it.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">The library has no such material.</exception>
    internal static T Get<T>(MaterialLibrary materials, DesignContent content, string path, string name)
        where T : class
    {
        try
        {
            return materials.Get<T>(name);
        }
        catch (UnknownMaterialException unknown)
        {
            InputPlace place = content.Texts.GetValueOrDefault(path)?.Place ?? content.PlaceOf(string.Empty);
            throw new InputException(place, unknown.Problem, string.Join(", ", unknown.Known), unknown.Remedy);
        }
    }
}
