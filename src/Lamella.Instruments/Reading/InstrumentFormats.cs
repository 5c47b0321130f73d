using System.Collections.Immutable;
using Lamella.Instruments.Formats.ArbinRes;
using Lamella.Instruments.Formats.ArbinXlsx;
using Lamella.Instruments.Formats.Autolab;
using Lamella.Instruments.Formats.BasytecTxt;
using Lamella.Instruments.Formats.BatteryArchive;
using Lamella.Instruments.Formats.BatteryDataCsv;
using Lamella.Instruments.Formats.Bdf;
using Lamella.Instruments.Formats.BioLogic;
using Lamella.Instruments.Formats.BpxJson;
using Lamella.Instruments.Formats.ChiTxt;
using Lamella.Instruments.Formats.DigatronCsv;
using Lamella.Instruments.Formats.EisCsv;
using Lamella.Instruments.Formats.ElchemeaI2b;
using Lamella.Instruments.Formats.GamryDta;
using Lamella.Instruments.Formats.Ivium;
using Lamella.Instruments.Formats.NewareNda;
using Lamella.Instruments.Formats.NewareNdax;
using Lamella.Instruments.Formats.NovonixCsv;
using Lamella.Instruments.Formats.PalmsensCsv;
using Lamella.Instruments.Formats.PalmsensPssession;
using Lamella.Instruments.Formats.Parstat;
using Lamella.Instruments.Formats.PecCsv;
using Lamella.Instruments.Formats.ZahnerIsm;
using Lamella.Instruments.Formats.ZplotZ;

namespace Lamella.Instruments.Reading;

/// <summary>The formats that Lamella reads. Explicit, so that the list can be read and tested.</summary>
public static class InstrumentFormats
{
    /// <summary>Gets every format, in alphabetical order of the name. A new format is one folder and one line here.</summary>
    public static ImmutableArray<IInstrumentFormat> All { get; } =
    [
        new ArbinResFormat(),
        new ArbinXlsxFormat(),
        new AutolabDfrFormat(),
        new AutolabNovaFormat(),
        new AutolabP00Format(),
        new AutolabZviewFormat(),
        new BasytecTxtFormat(),
        new BatteryArchiveFormat(),
        new BatteryDataCsvFormat(),
        new BdfCsvFormat(),
        new BioLogicMprFormat(),
        new BioLogicMptFormat(),
        new BpxJsonFormat(),
        new ChiTxtFormat(),
        new DigatronCsvFormat(),
        new EisCsvFormat(),
        new ElchemeaI2bFormat(),
        new GamryDtaFormat(),
        new IviumFormat(),
        new IviumTextFormat(),
        new NewareNdaFormat(),
        new NewareNdaxFormat(),
        new NovonixCsvFormat(),
        new PalmsensCsvFormat(),
        new PalmsensPssessionFormat(),
        new ParstatFormat(),
        new VersaStudioFormat(),
        new PecCsvFormat(),
        new ZahnerIsmFormat(),
        new ZplotZFormat(),
    ];
}
