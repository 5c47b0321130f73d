namespace Lamella.Core.Yaml;

/// <summary>A single value of a YAML file.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(YamlText text, int line, int column, string path, string value, bool isPlain)
        : base(text, line, column, path) => (Value, IsPlain) = (value, isPlain);

    /// <summary>Gets the text; empty where nothing stands after the colon.</summary>
    public string Value { get; }

    /// <summary>Gets a value indicating whether the text stands without quotes, so that its characters are those of the line.</summary>
    public bool IsPlain { get; }

    /// <inheritdoc/>
    public override string Kind => Value.Length == 0 ? "empty" : $"the single value '{YamlText.Shorten(Value)}'";

    /// <inheritdoc/>
    internal override int Size => 1;
}
