using System.Buffers;

namespace Lamella.Instruments.Text;

/// <summary>Counts how the numbers of a table use points and commas.</summary>
internal sealed class MarkCensus
{
    private static readonly SearchValues<byte> Mantissa = SearchValues.Create("0123456789.,"u8), Exponent = SearchValues.Create("+-0123456789"u8);

    private int commaGroups, pointGroups;

    /// <summary>Gets how many numbers have commas only.</summary>
    internal int Commas { get; private set; }

    /// <summary>Gets how many numbers have points only.</summary>
    internal int Points { get; private set; }

    /// <summary>Gets how many numbers have commas between thousands and then a point.</summary>
    internal int GroupThenPoint { get; private set; }

    /// <summary>Gets how many numbers have points between thousands and then a comma.</summary>
    internal int PointThenGroup { get; private set; }

    /// <summary>Gets the first line on which a number has a comma.</summary>
    internal int FirstComma { get; private set; }

    /// <summary>Gets the first line on which a number has a point.</summary>
    internal int FirstPoint { get; private set; }

    /// <summary>Gets whether every comma can stand between thousands.</summary>
    internal bool CommasGroup => Commas + GroupThenPoint > 0 && commaGroups == Commas && PointThenGroup == 0;

    /// <summary>Gets whether every point can stand between thousands.</summary>
    internal bool PointsGroup => Points + PointThenGroup > 0 && pointGroups == Points && GroupThenPoint == 0;

    internal void Add(ReadOnlySpan<byte> cell, int line)
    {
        int comma = cell.IndexOf((byte)','), point = cell.IndexOf((byte)'.');
        if ((comma < 0 && point < 0) || !IsNumber(cell))
        {
            return;
        }

        if (comma >= 0 && point >= 0)
        {
            GroupThenPoint += comma < point && IsGrouped(cell[..point], (byte)',') ? 1 : 0;
            PointThenGroup += point < comma && IsGrouped(cell[..comma], (byte)'.') ? 1 : 0;
        }
        else if (comma >= 0)
        {
            FirstComma = Commas++ == 0 ? line : FirstComma;
            commaGroups += IsGrouped(cell, (byte)',') ? 1 : 0;
        }
        else
        {
            FirstPoint = Points++ == 0 ? line : FirstPoint;
            pointGroups += IsGrouped(cell, (byte)'.') ? 1 : 0;
        }
    }

    /// <summary>Tells whether a cell looks like a number with at most one kind of mark repeated; dates and addresses do not.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> body = cell.TrimStart("+-"u8);
        int exponent = body.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = exponent < 0 ? body : body[..exponent];
        int commas = mantissa.Count((byte)','), points = mantissa.Count((byte)'.');
        bool hasDigit = mantissa.ContainsAnyInRange((byte)'0', (byte)'9');
        bool repeats = (commas > 1 && !IsGrouped(mantissa, (byte)',')) || (points > 1 && !IsGrouped(mantissa, (byte)'.'));
        return hasDigit && !repeats && mantissa.IndexOfAnyExcept(Mantissa) < 0
            && (exponent < 0 || body[(exponent + 1)..].IndexOfAnyExcept(Exponent) < 0);
    }

    /// <summary>Tells whether marks stand before groups of three digits, after one to three digits of which the first is not zero.</summary>
    private static bool IsGrouped(ReadOnlySpan<byte> number, byte mark)
    {
        ReadOnlySpan<byte> rest = number.TrimStart("+-"u8);
        int first = rest.IndexOf(mark);
        if (first is < 1 or > 3 || rest[0] == '0')
        {
            return false;
        }

        for (rest = rest[first..]; !rest.IsEmpty; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != mark || rest[1..4].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
