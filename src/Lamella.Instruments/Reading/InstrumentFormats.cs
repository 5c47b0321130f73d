using System.Collections.Immutable;
using Lamella.Instruments.Formats.BioLogic;

namespace Lamella.Instruments.Reading;

/// <summary>The formats that Lamella reads. Explicit, so that the list can be read and tested.</summary>
public static class InstrumentFormats
{
    /// <summary>Gets every format, in alphabetical order of the name. A new format is one folder and one line here.</summary>
    public static ImmutableArray<IInstrumentFormat> All { get; } =
    [
        new BioLogicMprFormat(),
    ];
}
