namespace Lamella.Audit.Verdicts;

/// <summary>An assumption that a verdict may rest on: its usual value and how far it may reasonably be moved.</summary>
/// <param name="Name">Name in files and reports, such as <c>repeat of a capacity</c>.</param>
/// <param name="Usual">The usual value [<paramref name="Unit"/>].</param>
/// <param name="Low">Least reasonable value [<paramref name="Unit"/>].</param>
/// <param name="High">Greatest reasonable value [<paramref name="Unit"/>].</param>
/// <param name="Unit">Unit of the three numbers; <c>1</c> for plain numbers.</param>
/// <param name="Meaning">What it is, in one sentence.</param>
/// <param name="Source">Whom to cite for value and range, or why they were chosen.</param>
public sealed record Assumption(string Name, double Usual, double Low, double High, string Unit, string Meaning, string Source);

/// <summary>An assumption as a verdict used it.</summary>
/// <param name="Name">Name of the assumption.</param>
/// <param name="Usual">Value that was taken [<paramref name="Unit"/>].</param>
/// <param name="Low">Lower end of the range [<paramref name="Unit"/>].</param>
/// <param name="High">Upper end of the range [<paramref name="Unit"/>].</param>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="TurnsAt">Value inside the range at which the answer turns [<paramref name="Unit"/>], or null where none does.</param>
public sealed record UsedAssumption(string Name, double Usual, double Low, double High, string Unit, double? TurnsAt);
