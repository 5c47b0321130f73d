using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>Reads 'Measure impedance from 1 MHz to 10 mHz with 10 points per decade'.</summary>
internal static class ImpedanceLine
{
    private const string Form = "'Measure impedance from 1 MHz to 10 mHz', and 'with 10 points per decade'";

    private const double Lowest = 1e-6, Highest = 1e9;
    private const int MostPerDecade = 100;

    private static readonly Dimension Frequency = Dimension.Of("Hz");

    internal static ProtocolStep Read(StepWords words, CellDescription cell)
    {
        if (!words.Is(1, "impedance"))
        {
            throw words.Error(1, $"'{StepWords.Short(words[1])}' cannot be measured as a step.", Form, "Write 'Measure impedance from … to …'; current and voltage are always recorded.");
        }

        StepLine.RequireWord(words, 2, "from", Form);
        int to = words.NextOf(3, "to", "with", "at");
        double first = Read(words, 3, to);
        if (!words.Is(to, "to"))
        {
            throw words.Error(to, "the last frequency is missing.", Form, "Add 'to' and the last frequency.");
        }

        int end = words.NextOf(to + 1, "with", "at", "for", "until", "or");
        double last = Read(words, to + 1, end);
        int density = ImpedanceRequest.UsualPointsPerDecade;
        if (words.Is(end, "with"))
        {
            density = Density(words, end + 1);
            end += 5;
        }

        StepTerms terms = StepClauses.Read(words, end, EndRule.Rest, cell);
        return double.IsNaN(terms.Duration)
            ? ProtocolSteps.MeasureImpedance(new ImpedanceRequest { From = first, To = last, PointsPerDecade = density }, terms.Temperature)
            : throw words.Error(end, "an impedance has no duration: it is that of the state in which the cell is.", Form, "Remove the time; write a rest before it to let the cell settle.");
    }

    private static double Read(StepWords words, int from, int to)
    {
        Quantity given = words.Quantity(from, to, Frequency, "a frequency from 1e-6 Hz to 1e9 Hz, such as 10 mHz");
        return given.InSi is >= Lowest and <= Highest ? given.InSi : throw words.Error(
            from, $"{given} cannot be measured.", "a frequency from 1e-6 Hz to 1e9 Hz, such as 10 mHz", "Correct the number or the unit; mHz is millihertz, MHz megahertz.");
    }

    private static int Density(StepWords words, int at)
    {
        bool number = int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out int density) && density is >= 1 and <= MostPerDecade;
        bool form = (words.Is(at + 1, "points") || words.Is(at + 1, "point")) && words.Is(at + 2, "per") && words.Is(at + 3, "decade");
        return number && form ? density : throw words.Error(
            number ? at + 1 : at, "the number of points cannot be read.", "'with N points per decade', N from 1 to 100", "Write for example 'with 10 points per decade'.");
    }
}
