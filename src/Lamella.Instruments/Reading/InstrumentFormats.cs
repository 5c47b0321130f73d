using System.Collections.Immutable;
using Lamella.Instruments.Formats.ArbinCsv;
using Lamella.Instruments.Formats.ArbinRes;
using Lamella.Instruments.Formats.ArbinXlsx;
using Lamella.Instruments.Formats.Autolab;
using Lamella.Instruments.Formats.BatteryDataCsv;
using Lamella.Instruments.Formats.Bdf;
using Lamella.Instruments.Formats.BioLogic;
using Lamella.Instruments.Formats.BpxJson;
using Lamella.Instruments.Formats.ChiTxt;
using Lamella.Instruments.Formats.EisCsv;
using Lamella.Instruments.Formats.ElchemeaI2b;
using Lamella.Instruments.Formats.GamryDta;
using Lamella.Instruments.Formats.Landt;
using Lamella.Instruments.Formats.Maccor;
using Lamella.Instruments.Formats.NewareCsv;
using Lamella.Instruments.Formats.NewareNda;
using Lamella.Instruments.Formats.NewareNdax;
using Lamella.Instruments.Formats.Parstat;
using Lamella.Instruments.Formats.ZplotZ;

namespace Lamella.Instruments.Reading;

/// <summary>The formats that Lamella reads. Explicit, so that the list can be read and tested.</summary>
public static class InstrumentFormats
{
    /// <summary>Gets every format, in alphabetical order of the name. A new format is one folder and one line here.</summary>
    public static ImmutableArray<IInstrumentFormat> All { get; } =
    [
        new ArbinCsvFormat(),
        new ArbinResFormat(),
        new ArbinXlsxFormat(),
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
        new LandtCcsFormat(),
        new LandtCsvFormat(),
        new LandtTxtFormat(),
        new LandtXlsxFormat(),
        new MaccorCsvFormat(),
        new MaccorTxtFormat(),
        new MaccorFraFormat(),
        new NewareCsvFormat(),
        new NewareNdaFormat(),
        new NewareNdaxFormat(),
        new ParstatFormat(),
        new VersaStudioFormat(),
        new ZplotZFormat(),
    ];
}
