using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Energy.Description.Reading;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Description;

/// <summary>A design file: named quantities with sources, uncertainties and ranges, from which a cell is built.</summary>
/// <remarks>Immutable. Values can be set by path and the cell built again without reading YAML, some microseconds each.</remarks>
public sealed class DesignSheet
{
    private readonly DesignContent _content;

    private DesignSheet(DesignContent content) => _content = content;

    /// <summary>Gets the name of the design.</summary>
    public string Name => _content.Texts["name"].Text;

    /// <summary>Gets every value that the file states, by path.</summary>
    public IEnumerable<DesignInput> Inputs => _content.Values.Values;

    /// <summary>Gets the names of the electrolyte layers, from lithium to cathode.</summary>
    public ImmutableArray<string> Layers => _content.ItemsOf("electrolyte");

    /// <summary>Gets the path of the cell.yaml from which the voltage can be simulated, as the file writes it, or null.</summary>
    public string? SimulatedCell => _content.Texts.GetValueOrDefault("energy/cell")?.Text;

    /// <summary>Gets the variant of that cell, or null for its base.</summary>
    public string? SimulatedVariant => _content.Texts.GetValueOrDefault("energy/variant")?.Text;

    /// <summary>Gets the SHA-256 of all values and words in hexadecimal.</summary>
    public string Hash
    {
        get
        {
            var text = new StringBuilder(2048);
            foreach (DesignInput input in Inputs)
            {
                text.Append(input.Path).Append('=').Append(input.Quantity).Append('|').Append(input.Quantity.State.Text()).Append('\n');
            }

            foreach ((string path, DesignWord word) in _content.Texts)
            {
                text.Append(path).Append('=').Append(word.Text).Append('\n');
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the design file.</param>
    /// <param name="facts">Looks up the facts that the file cites; null to take the ids as they are.</param>
    /// <returns>The sheet.</returns>
    /// <exception cref="InputException">The file is unreadable, or a key, a unit or a value is not allowed.</exception>
    public static DesignSheet Read(string path, IFactSources? facts = null) => Read(YamlFile.Read(path), facts);

    /// <summary>Reads a text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="facts">Looks up the facts that the text cites; null to take the ids as they are.</param>
    /// <returns>The sheet.</returns>
    /// <exception cref="InputException">A key, a unit or a value is not allowed.</exception>
    public static DesignSheet ReadText(string name, string text, IFactSources? facts = null) =>
        Read(YamlFile.ReadText(name, text), facts);

    /// <summary>Finds a value.</summary>
    /// <param name="path">Its path, such as <c>cathode/loading</c>.</param>
    /// <returns>The value, or null where the file states none.</returns>
    public DesignInput? Find(string path) => _content.Find(path);

    /// <summary>Returns the sheet with another value at a path that the file states.</summary>
    /// <param name="path">The path.</param>
    /// <param name="si">The value in SI.</param>
    /// <returns>The changed sheet.</returns>
    /// <exception cref="ArgumentException">The file states no such value, or the number is not finite.</exception>
    public DesignSheet With(string path, double si)
    {
        DesignInput before = Find(path) ?? throw new ArgumentException(
            $"'{path}' is no value of this design. {(Suggestion.Nearest(path, _content.Values.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : "Look it up in the file.")}",
            nameof(path));
        return new DesignSheet(_content with { Values = _content.Values.SetItem(path, before.At(si)) });
    }

    /// <summary>Returns the sheet with a value varied alone: shares of the coating that have to stay 100 wt% give way.</summary>
    /// <param name="path">The path.</param>
    /// <param name="si">The value in SI.</param>
    /// <returns>The changed sheet, in which the other shares of the coating keep their ratio.</returns>
    /// <exception cref="ArgumentException">The file states no such value.</exception>
    public DesignSheet Varied(string path, double si)
    {
        const string shares = "cathode/composition/";
        DesignSheet varied = With(path, si);
        if (!path.StartsWith(shares, StringComparison.Ordinal))
        {
            return varied;
        }

        DesignInput[] others = [.. Inputs.Where(input => input.Path.StartsWith(shares, StringComparison.Ordinal) && input.Path != path)];
        double rest = others.Sum(input => input.Si);
        return others.Aggregate(varied, (sheet, input) => rest > 0.0 ? sheet.With(input.Path, input.Si * (1.0 - si) / rest) : sheet);
    }

    /// <summary>Returns the sheet with a value at a path that the file may leave open.</summary>
    /// <param name="path">The path.</param>
    /// <param name="quantity">The value with its source.</param>
    /// <returns>The changed sheet.</returns>
    public DesignSheet With(string path, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(quantity);
        int slash = path.LastIndexOf('/');
        InputPlace place = Find(path)?.Place ?? _content.PlaceOf(slash < 0 ? string.Empty : path[..slash]);
        return new DesignSheet(_content with { Values = _content.Values.SetItem(path, new DesignInput(path, quantity, place)) });
    }

    /// <summary>Returns the sheet without a value; nothing happens where the file states none.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The changed sheet.</returns>
    public DesignSheet Without(string path) => new(_content with { Values = _content.Values.Remove(path) });

    /// <summary>Builds the cell.</summary>
    /// <param name="materials">The material library, for densities that the file leaves to a material.</param>
    /// <returns>The designed cell in SI.</returns>
    /// <exception cref="InputException">A value is missing, or values contradict each other; the message has the place.</exception>
    public CellDesign Build(MaterialLibrary materials)
    {
        ArgumentNullException.ThrowIfNull(materials);
        return new DesignBuilder(_content, materials).Build();
    }

    private static DesignSheet Read(YamlMapping root, IFactSources? facts)
    {
        DesignContent content = new DesignFileReader(facts).Read(root);
        return content.Texts.ContainsKey("name") ? new DesignSheet(content) : throw content.Missing(string.Empty, "name", "Add a line 'name: my pouch'.");
    }
}
