using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks;

/// <summary>One rule that claims are held against. A new check is one class here and one line in <see cref="CheckRegistry"/>.</summary>
public interface ICheck
{
    /// <summary>Gets the name in reports, such as <c>retention from capacities</c>.</summary>
    string Name { get; }

    /// <summary>Gets what is asked, in one sentence.</summary>
    string Asks { get; }

    /// <summary>Gets whom to cite for the rule.</summary>
    string Reference { get; }

    /// <summary>Looks for claims that the rule applies to and judges them.</summary>
    /// <param name="audit">The claims with their systems and assumptions.</param>
    /// <returns>One verdict for each application of the rule; none where it does not apply.</returns>
    IEnumerable<Verdict> Run(AuditCase audit);
}

/// <summary>A check with its texts; the derived class looks for claims and asks.</summary>
/// <param name="name">Name in reports.</param>
/// <param name="asks">What is asked, in one sentence.</param>
/// <param name="reference">Whom to cite for the rule.</param>
internal abstract class Check(string name, string asks, string reference) : ICheck
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Asks => asks;

    /// <inheritdoc/>
    public string Reference => reference;

    /// <inheritdoc/>
    public abstract IEnumerable<Verdict> Run(AuditCase audit);
}
