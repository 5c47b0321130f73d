using System.Collections.Immutable;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Spreadsheets;

/// <summary>Walks over the cells of a sheet, row by row.</summary>
/// <remarks>Office Open XML, ECMA-376 part 1, 18.3.1: only cells that hold something stand in the file.</remarks>
internal ref struct SheetCells
{
    /// <summary>How a text begins that is gone with the end of the file.</summary>
    internal const string LostText = "lost text";

    private readonly ImmutableArray<string> shared;
    private XmlPieces pieces;
    private int nextColumn;
    private string text = string.Empty;

    internal SheetCells(FileContent content, BoundedStream source, string name, ImmutableArray<string> shared)
    {
        pieces = new XmlPieces(content, source, name);
        this.shared = shared;
    }

    /// <summary>Gets the ordinal of the row among those that hold cells, from 0.</summary>
    internal int Row { get; private set; } = -1;

    /// <summary>Gets the column, from 0.</summary>
    internal int Column { get; private set; }

    /// <summary>Gets what the cell holds.</summary>
    internal CellKind Kind { get; private set; }

    /// <summary>Gets the number.</summary>
    internal double Number { get; private set; }

    /// <summary>Gets the text of a cell that is none.</summary>
    internal string Text => text;

    /// <summary>Gets the merged ranges that were met, as written.</summary>
    internal List<string> Merged { get; } = [];

    /// <summary>Gets whether the sheet was read to its end.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>Gets how many bytes were unpacked.</summary>
    internal long BytesRead => pieces.BytesRead;

    /// <summary>Goes to the next cell that holds something.</summary>
    /// <returns>False at the end.</returns>
    internal bool MoveNext()
    {
        bool isNewRow = false;
        while (pieces.MoveNext())
        {
            ReadOnlySpan<byte> tag = pieces.Tag, name = XmlPieces.LocalName(tag);
            bool closes = tag[0] == '/';
            if (!closes && name.SequenceEqual("row"u8))
            {
                (isNewRow, nextColumn) = (true, 0);
            }
            else if (!closes && name.SequenceEqual("c"u8))
            {
                if (ReadCell(tag))
                {
                    Row += isNewRow || Row < 0 ? 1 : 0;
                    return true;
                }
            }
            else if (!closes && name.SequenceEqual("mergeCell"u8))
            {
                Merged.Add(XmlPieces.Decode(XmlPieces.Attribute(tag, " ref=\""u8)));
            }
            else if (closes && name.SequenceEqual("worksheet"u8))
            {
                IsWhole = true;
            }
        }

        return false;
    }

    /// <summary>Reads a cell to its closing tag; false where it is empty.</summary>
    private bool ReadCell(ReadOnlySpan<byte> tag)
    {
        Column = ColumnOf(XmlPieces.Attribute(tag, " r=\""u8), nextColumn);
        nextColumn = Column + 1;
        if (tag[^1] == '/')
        {
            return false;
        }

        byte type = XmlPieces.Attribute(tag, " t=\""u8) switch
        {
            [] => (byte)'n',
            [(byte)'s', (byte)'t', ..] => (byte)'r',
            [var first, ..] => first,
        };
        (bool hasValue, text, int depth) = (false, string.Empty, 0);
        while (pieces.MoveNext())
        {
            ReadOnlySpan<byte> inner = pieces.Tag, name = XmlPieces.LocalName(inner);
            bool closes = inner[0] == '/';
            if (closes && name.SequenceEqual("c"u8))
            {
                return hasValue;
            }

            depth += name.SequenceEqual("rPh"u8) ? (closes ? -1 : 1) : 0; // phonetic hints are no text of the cell
            if (closes && depth == 0 && (name.SequenceEqual("v"u8) || name.SequenceEqual("t"u8)))
            {
                hasValue |= Take(type, pieces.Text);
            }
        }

        return false;
    }

    private bool Take(byte type, ReadOnlySpan<byte> value)
    {
        bool isNumeric = type is (byte)'n' or (byte)'b' or (byte)'s';
        if (isNumeric && NumberParser.TryParse(value, NumberStyle.Point, out double number))
        {
            bool isShared = type == 's';
            (Kind, Number) = (isShared ? CellKind.Text : CellKind.Number, number);
            text = !isShared ? string.Empty : number >= 0 && number < shared.Length ? shared[(int)number] : Lost(number);
            return !isShared || text.Length > 0;
        }

        (Kind, Number) = (CellKind.Text, double.NaN);
        text += XmlPieces.Decode(value);
        return text.Length > 0;
    }

    // A text that is gone still holds its place: without it the row of the header would be taken for empty, and a record for the header.
    private static string Lost(double number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LostText} {number:0}");

    /// <summary>Reads the letters of a reference: A is 0, AA is 26.</summary>
    private static int ColumnOf(ReadOnlySpan<byte> reference, int otherwise)
    {
        int column = 0, at = 0;
        for (; at < reference.Length && at < 4 && reference[at] is >= (byte)'A' and <= (byte)'Z'; at++)
        {
            column = (26 * column) + reference[at] - 'A' + 1;
        }

        return at == 0 ? otherwise : column - 1;
    }
}
