namespace Lamella.Core.Provenance;

/// <summary>Looks up the sources of published facts, so that a described cell can cite a fact by its id.</summary>
public interface IFactSources
{
    /// <summary>Finds the source of a fact.</summary>
    /// <param name="factId">Id such as <c>F003-0007</c>.</param>
    /// <returns>The source, or null where the id is unknown.</returns>
    Source? Find(string factId);
}
