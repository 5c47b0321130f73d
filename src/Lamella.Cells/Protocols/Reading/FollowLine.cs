namespace Lamella.Cells.Protocols.Reading;

/// <summary>Reads 'Follow us06.csv column "Current / A" interpolated with discharge positive'.</summary>
internal static class FollowLine
{
    private const string Form = "'Follow us06.csv', then if needed 'column NAME', 'interpolated', 'with discharge positive', ends and a temperature";

    internal static ProtocolStep Read(StepWords words, LineContext context)
    {
        string file = words.Unquoted(1);
        if (file.Length == 0)
        {
            throw words.Error(1, "the drive cycle has no file.", Form, "Name a CSV file with a column of times and a column of loads.");
        }

        int at = 2;
        string? column = null;
        if (words.Is(at, "column"))
        {
            column = words.Unquoted(at + 1);
            at += 2;
        }

        bool interpolated = words.Is(at, "interpolated");
        at += interpolated ? 1 : 0;
        bool reversed = words.Is(at, "with") && words.Is(at + 1, "discharge") && words.Is(at + 2, "positive");
        at += reversed ? 3 : 0;
        int end = words.NextKeyword(at);
        if (end != at)
        {
            throw words.Error(at, $"'{StepWords.Short(words[at])}' does not belong here.", Form, "Check the words and their order; a name with blanks stands in quotes.");
        }

        string head = $"Follow {StepWords.Quoted(file)}{(column is null ? string.Empty : $" column {StepWords.Quoted(column)}")}{(interpolated ? " interpolated" : string.Empty)}{(reversed ? " with discharge positive" : string.Empty)}";
        string path = Path.Combine(context.Folder, file);
        LoadColumn load = File.Exists(path) ? DriveCycleFile.Read(path, column) : throw words.Error(
            1, $"the file '{StepWords.Short(path)}' does not exist.", Form, "Check the name; it is looked up from the folder of the protocol, on the command line from the present one.");
        var cycle = new DriveCycle(head, load.Dimension, load.Time, reversed ? [.. load.Values.Select(value => -value)] : load.Values, interpolated);
        StepTerms terms = StepClauses.Read(words, end, EndRule.Load, context.Cell);
        try
        {
            return ProtocolSteps.Follow(context.Cell, cycle, terms);
        }
        catch (ArgumentException error)
        {
            throw words.Error(1, error.Message.Split(" (Parameter", 2)[0], Form, "Correct the file, or the cut-offs in the description of the cell.");
        }
    }
}
