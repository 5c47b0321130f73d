using Lamella.Core.Errors;

namespace Lamella.Materials.Parameters;

/// <summary>Finds the data that ship with the product.</summary>
public static class ShippedData
{
    /// <summary>Finds a folder below <c>data/</c>: beside the executable, else in the nearest folder above it.</summary>
    /// <param name="name">The folder, for example <c>materials</c>.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="InputException">There is none; the message says where it was looked for.</exception>
    public static string Folder(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        for (DirectoryInfo? above = new(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            string candidate = Path.Combine(above.FullName, "data", name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new InputException(
            InputPlace.Whole($"data/{name}"),
            $"the folder was found neither beside the executable ({AppContext.BaseDirectory}) nor above it.",
            string.Empty,
            "Reinstall the product, or build it again: the data are copied with it.");
    }
}
