using System.Text;

namespace Lamella.Core.Errors;

/// <summary>A place in an input file.</summary>
/// <param name="File">Name of the file as the user gave it.</param>
/// <param name="Line">Line, counted from 1; 0 for the file as a whole.</param>
/// <param name="Column">Column, counted from 1.</param>
/// <param name="Text">The line as it stands in the file.</param>
public sealed record InputPlace(string File, int Line, int Column, string Text)
{
    private const int WidestExcerpt = 120;

    /// <summary>Makes the place of a file as a whole.</summary>
    /// <param name="file">Name of the file.</param>
    /// <returns>A place without line.</returns>
    public static InputPlace Whole(string file) => new(file, 0, 0, string.Empty);

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line},{Column})");

    /// <summary>Returns the line with a caret under the column, or nothing for a whole file.</summary>
    internal string Excerpt()
    {
        if (Line == 0)
        {
            return string.Empty;
        }

        // Long lines are cut around the column, so that the caret stays on the screen.
        int column = Math.Clamp(Column - 1, 0, Text.Length);
        int begin = Text.Length <= WidestExcerpt ? 0 : Math.Clamp(column - (WidestExcerpt / 2), 0, Text.Length - WidestExcerpt);
        string shown = Text.Substring(begin, Math.Min(Text.Length - begin, WidestExcerpt));
        var clean = new StringBuilder(shown.Length);
        foreach (char character in shown)
        {
            clean.Append(char.IsControl(character) ? ' ' : character);
        }

        return $"    {clean}\n    {new string(' ', column - begin)}^\n";
    }
}
