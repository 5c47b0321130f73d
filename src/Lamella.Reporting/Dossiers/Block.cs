using System.Collections.Immutable;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Dossiers;

/// <summary>One piece of a section.</summary>
public abstract record Block
{
    /// <summary>Initializes a block.</summary>
    private protected Block()
    {
    }
}

/// <summary>Running text; blank lines separate paragraphs. Everything is taken literally, there is no markup.</summary>
/// <param name="Text">The text.</param>
public sealed record ParagraphBlock(string Text) : Block;

/// <summary>A remark set apart from the running text, such as a reading aid or an assumption that matters.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">The text; blank lines separate paragraphs.</param>
public sealed record NoteBlock(string Title, string Text) : Block
{
    /// <summary>Gets a command line shown below the text as it is typed; empty for none.</summary>
    public string Command { get; init; } = "";
}

/// <summary>Figures; one takes the full width, several stand side by side where the screen is wide enough.</summary>
/// <param name="Figures">The figures, at least one.</param>
public sealed record FigureBlock(ImmutableArray<Figure> Figures) : Block
{
    /// <summary>Initializes a block of one figure.</summary>
    /// <param name="figure">The figure.</param>
    public FigureBlock(Figure figure)
        : this([figure])
    {
    }
}

/// <summary>Facts as large numbers.</summary>
/// <param name="Facts">The facts in order.</param>
public sealed record StatisticsBlock(ImmutableArray<KeyValue> Facts) : Block;

/// <summary>A named fact. The value is text already rounded (see <see cref="ReportNumber"/>).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value without its unit.</param>
/// <param name="Unit">Symbol of the unit, or null where there is none.</param>
/// <param name="Note">A short remark, or null.</param>
public sealed record KeyValue(string Name, string Value, string? Unit = null, string? Note = null);

/// <summary>How much a warning matters.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Notice,

    /// <summary>May change a conclusion: an assumed value, an extrapolation.</summary>
    Caution,

    /// <summary>A result that should not be relied on.</summary>
    Serious,
}

/// <summary>One warning.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Text">What is the matter, with value and unit.</param>
/// <param name="Detail">Where, what follows, and what to do; or null.</param>
public sealed record ReportWarning(Severity Severity, string Text, string? Detail = null);

/// <summary>Warnings, shown most serious first and otherwise in the given order; an empty list says that there are none.</summary>
/// <param name="Warnings">The warnings.</param>
public sealed record WarningsBlock(ImmutableArray<ReportWarning> Warnings) : Block;
