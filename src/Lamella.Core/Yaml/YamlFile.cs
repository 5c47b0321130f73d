using Lamella.Core.Errors;

namespace Lamella.Core.Yaml;

/// <summary>Reads YAML files into trees that know the place of every node.</summary>
/// <remarks>
/// Whatever the bytes, the only exception is <see cref="InputException"/>. Limits: 4 MiB, depth 32, 100 000 nodes with aliases
/// counted as often as they are used, 100 aliases, one document.
/// </remarks>
public static class YamlFile
{
    /// <summary>Reads a file whose top is a mapping.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The mapping at the top.</returns>
    /// <exception cref="InputException">The file is unreadable, empty or no such YAML.</exception>
    public static YamlMapping Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(YamlText.Read(path));
    }

    /// <summary>Reads the bytes of a file whose top is a mapping.</summary>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>The mapping at the top.</returns>
    /// <exception cref="InputException">The content is empty or no such YAML.</exception>
    public static YamlMapping Read(string name, ReadOnlySpan<byte> bytes) => Parse(YamlText.Decode(name, bytes));

    /// <summary>Reads a text whose top is a mapping.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <returns>The mapping at the top.</returns>
    /// <exception cref="InputException">The text is empty or no such YAML.</exception>
    public static YamlMapping ReadText(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(name, System.Text.Encoding.UTF8.GetBytes(text));
    }

    private static YamlMapping Parse(YamlText text) => new YamlTreeBuilder(text).Build().AsMapping();
}
