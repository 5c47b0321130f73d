using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Reading;

/// <summary>One file format. Implementations hold no state; one folder below <c>Formats/</c> and one line in the registry.</summary>
public interface IInstrumentFormat
{
    /// <summary>Gets the stable name: lower case, parts joined by hyphens, for example <c>biologic-mpr</c>.</summary>
    string Name { get; }

    /// <summary>Gets the name for people, for example <c>BioLogic EC-Lab .mpr</c>.</summary>
    string Title { get; }

    /// <summary>Gets the usual endings of file names, with dot and in lower case. They break ties and decide nothing else.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>Decides from the content, cheaply and without throwing, whether this is the format.</summary>
    /// <param name="content">The file; broken, empty and foreign ones are passed too.</param>
    /// <returns>How sure and why; null where it is not this format.</returns>
    Recognition? Recognise(FileContent content);

    /// <summary>Reads the whole file.</summary>
    /// <param name="content">The file, recognised by this format.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Every record, setting and decision.</returns>
    /// <exception cref="Core.Errors.InputException">Not a single record and no setting can be made out, or a limit is passed.</exception>
    Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken);
}
