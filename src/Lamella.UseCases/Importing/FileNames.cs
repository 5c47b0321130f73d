using System.Text;

namespace Lamella.UseCases.Importing;

/// <summary>Makes names of result files from names of files and tables.</summary>
internal static class FileNames
{
    private const int Longest = 100;

    /// <summary>Joins the name of a file, without its ending, and of a table.</summary>
    internal static string Stem(string file, string table)
    {
        string joined = Path.GetFileNameWithoutExtension(file) + (table.Length > 0 ? "." + table : string.Empty);
        var clean = new StringBuilder(joined.Length);
        foreach (char letter in joined)
        {
            clean.Append(char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' or '+' ? letter : '_');
        }

        string stem = clean.ToString().Trim(' ', '.');
        return stem.Length == 0 ? "measurement" : stem[..Math.Min(stem.Length, Longest)];
    }

    /// <summary>Adds a number to a name that is taken.</summary>
    internal static string Unique(HashSet<string> taken, string wanted)
    {
        string name = wanted;
        for (int count = 2; !taken.Add(name); count++)
        {
            name = FormattableString.Invariant($"{wanted} ({count})");
        }

        return name;
    }
}
