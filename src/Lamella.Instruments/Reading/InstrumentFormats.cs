using System.Collections.Immutable;
using Lamella.Instruments.Formats.Autolab;
using Lamella.Instruments.Formats.BatteryDataCsv;
using Lamella.Instruments.Formats.Bdf;
using Lamella.Instruments.Formats.BioLogic;
using Lamella.Instruments.Formats.BpxJson;
using Lamella.Instruments.Formats.ChiTxt;
using Lamella.Instruments.Formats.EisCsv;
using Lamella.Instruments.Formats.ElchemeaI2b;
using Lamella.Instruments.Formats.GamryDta;
using Lamella.Instruments.Formats.Parstat;
using Lamella.Instruments.Formats.ZplotZ;

namespace Lamella.Instruments.Reading;

/// <summary>The formats that Lamella reads. Explicit, so that the list can be read and tested.</summary>
public static class InstrumentFormats
{
    /// <summary>Gets every format, in alphabetical order of the name. A new format is one folder and one line here.</summary>
    public static ImmutableArray<IInstrumentFormat> All { get; } =
    [
        new AutolabDfrFormat(),
        new AutolabNovaFormat(),
        new AutolabP00Format(),
        new AutolabZviewFormat(),
        new BatteryDataCsvFormat(),
        new BdfCsvFormat(),
        new BioLogicMprFormat(),
        new BioLogicMptFormat(),
        new BpxJsonFormat(),
        new ChiTxtFormat(),
        new EisCsvFormat(),
        new ElchemeaI2bFormat(),
        new GamryDtaFormat(),
        new ParstatFormat(),
        new VersaStudioFormat(),
        new ZplotZFormat(),
    ];
}
