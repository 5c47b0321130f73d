using Lamella.Core.Quantities;

namespace Lamella.Core.Provenance;

/// <summary>Looks up the sources of published facts, so that a described cell can cite a fact by its id.</summary>
public interface IFactSources
{
    /// <summary>Finds the source of a fact.</summary>
    /// <param name="factId">Id such as <c>F003-0007</c>.</param>
    /// <returns>The source, or null where the id is unknown.</returns>
    Source? Find(string factId);

    /// <summary>Tells whether a value that cites a fact is computed from it rather than the fact's own number.</summary>
    /// <param name="factId">Id of a known fact.</param>
    /// <param name="stated">The value that cites it.</param>
    /// <returns>True where the fact prints one number and this is another; false where they agree or nothing can be said.</returns>
    bool IsOnlyTheBasis(string factId, Quantity stated) => false;
}
