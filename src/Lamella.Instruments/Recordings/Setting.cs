namespace Lamella.Instruments.Recordings;

/// <summary>One setting or piece of metadata, as written.</summary>
/// <param name="Section">The section or module it stands in; empty at top level.</param>
/// <param name="Name">The name as the vendor writes it; <c>@0x0211</c> for a position without a name.</param>
/// <param name="Text">The value as text, raw.</param>
public sealed record Setting(string Section, string Name, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Section.Length > 0 ? $"{Section} / {Name}: {Text}" : $"{Name}: {Text}";
}
