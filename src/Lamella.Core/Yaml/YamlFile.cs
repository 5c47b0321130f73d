using Lamella.Core.Errors;

namespace Lamella.Core.Yaml;

/// <summary>Reads YAML files into trees that know the place of every node.</summary>
/// <remarks>
/// Whatever the bytes, the only exception is <see cref="InputException"/>. Limits: those of <see cref="YamlLimits"/>, depth 32,
/// 100 aliases, one document.
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
        return Read(path, Bytes(path, YamlLimits.Description), YamlLimits.Description);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limits">How many there may be.</param>
    /// <returns>The bytes; of a file that is too large one more than allowed, which the reader then refuses.</returns>
    /// <exception cref="InputException">The file is missing or unreadable.</exception>
    public static byte[] Bytes(string path, YamlLimits limits)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        return YamlText.Read(path, limits);
    }

    /// <summary>Reads the bytes of a file whose top is a mapping.</summary>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>The mapping at the top.</returns>
    /// <exception cref="InputException">The content is empty or no such YAML.</exception>
    public static YamlMapping Read(string name, ReadOnlySpan<byte> bytes) => Read(name, bytes, YamlLimits.Description);

    /// <summary>Reads the bytes of a file whose top is a mapping.</summary>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <returns>The mapping at the top.</returns>
    /// <exception cref="InputException">The content is empty, too much or no such YAML.</exception>
    public static YamlMapping Read(string name, ReadOnlySpan<byte> bytes, YamlLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new YamlTreeBuilder(YamlText.Decode(name, bytes, limits), limits).Build().AsMapping();
    }

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
}
