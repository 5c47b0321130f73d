using Lamella.Core.Errors;

namespace Lamella.UseCases.Dossiers;

/// <summary>What a folder must hold to be a study, said before any of its files is read.</summary>
internal static class StudyFolder
{
    private const string Example = "such as examples/zheng2025-aiose";

    private static readonly (string File, string Role, string Remedy)[] Needed =
    [
        ("cell.yaml", "it describes the cell", "Add it; take that of an example under examples/ as a pattern."),
        (
            "experiments.yaml",
            "it says what was measured and how that is simulated",
            "Add it; take that of an example under examples/ as a pattern. To simulate the cell alone, use 'lamella run'."),
    ];

    /// <summary>Tells whether a folder holds every file that a study needs.</summary>
    internal static bool IsStudy(string folder) => Needed.All(needed => File.Exists(Path.Combine(folder, needed.File)));

    /// <summary>Tells whether a file is the cell.yaml of a study folder.</summary>
    internal static bool IsCellOf(string folder, string path) => Path.GetFileName(path) == Needed[0].File && IsStudy(folder);

    /// <summary>Refuses what is no folder of a study.</summary>
    /// <exception cref="InputException">The path is no folder, or a file is missing in it.</exception>
    internal static void Require(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new InputException(
                InputPlace.Whole("the folder of the study"), "its name is empty.", string.Empty, $"Give a folder with cell.yaml and experiments.yaml, {Example}.");
        }

        if (File.Exists(folder))
        {
            throw new InputException(
                InputPlace.Whole(folder), "this is a file; a study is the folder around it.", string.Empty, $"Give the folder, {Example}.");
        }

        if (!Directory.Exists(folder))
        {
            throw new InputException(
                InputPlace.Whole(folder), "the folder of the study does not exist.", string.Empty, $"Give a folder with cell.yaml and experiments.yaml, {Example}.");
        }

        foreach ((string file, string role, string remedy) in Needed)
        {
            string path = Path.Combine(folder, file);
            if (!Path.Exists(path))
            {
                throw new InputException(
                    InputPlace.Whole(path), $"the file does not exist, and every study needs it: {role}.", string.Empty, remedy);
            }
        }
    }
}
