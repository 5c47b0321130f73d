using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>A document that puts predictions beside measurements, as data; <see cref="Html.DossierHtml"/> writes it.</summary>
public sealed record Dossier
{
    /// <summary>Initializes a dossier.</summary>
    /// <param name="title">The title, for example the cell.</param>
    /// <param name="provenance">What produced it from which input.</param>
    /// <param name="sections">The sections in reading order; at least one.</param>
    /// <exception cref="ArgumentException">The title or the sections are missing.</exception>
    public Dossier(string title, DossierProvenance provenance, ImmutableArray<Section> sections)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        Title = Require.Text(title, "the title of a dossier", "name the described cell or study");
        Provenance = provenance;
        Sections = sections.IsDefaultOrEmpty
            ? throw new ArgumentException($"Dossier '{title}' has no sections; give it at least one.", nameof(sections))
            : sections;
    }

    /// <summary>Gets the title.</summary>
    public string Title { get; }

    /// <summary>Gets the line under the title: publication, what was simulated.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Gets what produced the dossier from which input.</summary>
    public DossierProvenance Provenance { get; }

    /// <summary>Gets the sections in reading order.</summary>
    public ImmutableArray<Section> Sections { get; }
}

/// <summary>A titled part of a dossier.</summary>
public sealed record Section
{
    /// <summary>Initializes a section.</summary>
    /// <param name="title">Its heading, also in the table of contents.</param>
    /// <param name="blocks">What it holds, in reading order.</param>
    /// <exception cref="ArgumentException">The title is missing or there are no blocks.</exception>
    public Section(string title, ImmutableArray<Block> blocks)
    {
        Title = Require.Text(title, "the title of a section", "readers find it in the table of contents");
        Blocks = blocks.IsDefaultOrEmpty
            ? throw new ArgumentException($"Section '{title}' is empty; leave it out.", nameof(blocks))
            : blocks;
    }

    /// <summary>Gets the heading.</summary>
    public string Title { get; }

    /// <summary>Gets a sentence under the heading that says what the section answers.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Gets what the section holds, in reading order.</summary>
    public ImmutableArray<Block> Blocks { get; }
}
