using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Core.Errors;

namespace Lamella.Structures.Images;

/// <summary>Puts the slices of a folder into the order of the numbers in their names; slice 10 comes after slice 9.</summary>
internal static partial class SliceOrder
{
    /// <summary>Sorts.</summary>
    /// <param name="folder">The folder, for messages.</param>
    /// <param name="files">The files.</param>
    /// <exception cref="InputException">Two slices have the same number, a number is missing, or a name holds none.</exception>
    internal static string[] Sort(string folder, string[] files)
    {
        if (files.Length == 1)
        {
            return files;
        }

        var numbered = files.Select(file => (File: file, Number: Last(folder, file))).OrderBy(slice => slice.Number).ToArray();
        for (int k = 1; k < numbered.Length; k++)
        {
            long step = numbered[k].Number - numbered[k - 1].Number;
            if (step != 1)
            {
                string names = $"'{Path.GetFileName(numbered[k - 1].File)}' and '{Path.GetFileName(numbered[k].File)}'";
                throw new InputException(
                    InputPlace.Whole(folder),
                    step == 0 ? $"{names} have the same number." : $"slices are missing between {names}.",
                    "one slice for every number.",
                    "Complete the stack, or number the slices one after the other; the last number in a name counts.");
            }
        }

        return [.. numbered.Select(slice => slice.File)];
    }

    private static long Last(string folder, string file)
    {
        MatchCollection digits = Digits().Matches(Path.GetFileNameWithoutExtension(file));
        return digits.Count > 0 && long.TryParse(digits[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InputException(
                InputPlace.Whole(folder), $"the name of '{Path.GetFileName(file)}' holds no slice number.", string.Empty, "Number the slices, such as slice0001.tif.");
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
