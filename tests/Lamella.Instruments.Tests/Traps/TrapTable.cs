using System.Collections.Immutable;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Dates;
using Lamella.Instruments.Tests.Formats;
using Lamella.Instruments.Tests.Measurements;
using Lamella.Instruments.Tests.Properties;
using Lamella.Instruments.Tests.Text;

namespace Lamella.Instruments.Tests.Traps;

/// <summary>The traps that files of instruments hold, and the test of each. The table in docs/instruments.md is made of it.</summary>
internal static class TrapTable
{
    /// <summary>Gets the traps: number, what it is, and the test that shows that it is met.</summary>
    internal static ImmutableArray<(int Trap, string What, Type Tests, string Method)> All { get; } =
    [
        (1, "positive current charges, whatever the vendor", typeof(SignTests), nameof(SignTests.Read_CycledCell_RisesInVoltageWhereTheCurrentIsPositive)),
        (1, "unsigned current beside a letter for the state (Maccor)", typeof(MaccorFormatTests), nameof(MaccorFormatTests.Maccor_UnsignedCurrentWithState_GetsASignedColumnBesideIt)),
        (1, "the capacities tell another sign than the brand", typeof(CyclerTextFormatTests), nameof(CyclerTextFormatTests.Digatron_CurrentAgainstCapacities_DecidesTheSign)),
        (1, "discharge is negative in the validation of BPX", typeof(SignTests), nameof(SignTests.Read_BpxValidation_CountsDischargeAsNegative)),
        (1, "half cells turn charge and discharge", typeof(SignTests), nameof(SignTests.Read_HalfCellWithTurnedSign_IsTurnedWhenAskedAndKeepsTheVendorsColumn)),
        (2, "capacity of the record's interval, step, half cycle, schedule or test", typeof(ScopeTests), nameof(ScopeTests.Capacity_OfTheVendor_CarriesItsScopeAndIsNotDerived)),
        (2, "sums that Lamella computes stand beside and say so", typeof(ScopeTests), nameof(ScopeTests.Capacity_Computed_StandsBesideAndSaysSo)),
        (3, "cycles from 0, from 1, or backwards are not renumbered", typeof(MeasurementBuilderTests), nameof(MeasurementBuilderTests.From_CyclesFromZeroOrBackwards_AreNotRenumbered)),
        (3, "cycles that the software computes or does not store", typeof(ScopeTests), nameof(ScopeTests.Cycle_StoredOrComputed_IsTold)),
        (3, "a spectrum has no cycle", typeof(ScopeTests), nameof(ScopeTests.Cycle_OfASpectrum_IsNotMadeUp)),
        (4, "the program's step repeats, the run counter does not", typeof(ScopeTests), nameof(ScopeTests.Step_OfTheProgram_RepeatsAndTheRunCounterDoesNot)),
        (4, "a step that repeats itself", typeof(CyclerTextFormatTests), nameof(CyclerTextFormatTests.Basytec_RepeatedProgramLine_IsANewRunOnlyWhereTheStepClockFallsBack)),
        (5, "time of the step under the name of that of the test", typeof(ClockTests), nameof(ClockTests.Neware_TimeOfTheTest_IsNotThatOfTheStep)),
        (5, "milliseconds under a heading in s (Digatron)", typeof(CyclerTextFormatTests), nameof(CyclerTextFormatTests.Digatron_DurationAgainstTimeStamps_DecidesMilliseconds)),
        (5, "hours (Novonix, Basytec)", typeof(CyclerTextFormatTests), nameof(CyclerTextFormatTests.Novonix_HoursAndStepCapacity_AreScaledAndScoped)),
        (5, "minutes (Maccor)", typeof(ClockTests), nameof(ClockTests.Maccor_MinutesUnderTestTime_AreToldByTheDates)),
        (5, "several records in one second", typeof(ClockTests), nameof(ClockTests.Read_SeveralRecordsInASecond_AreAllKept)),
        (5, "clocks without a zone", typeof(ClockTests), nameof(ClockTests.Read_ClockWithoutZone_IsKeptAndNoUnixTimeIsMadeUp)),
        (5, "clocks in UTC (Neware)", typeof(ClockTests), nameof(ClockTests.Neware_StoredDates_AreUtcAndSaySo)),
        (5, "the hour that happens twice at the end of summer time", typeof(ClockTests), nameof(ClockTests.Read_HourOfTheEndOfSummerTime_KeepsTheTextAndWarns)),
        (5, "a clock that was never set (LANHE)", typeof(ClockTests), nameof(ClockTests.Landt_ClockNotSet_IsDoubted)),
        (5, "order of day and month", typeof(DateTests), nameof(DateTests.Decide_Dates_SaysOrderAndEvidence)),
        (6, "decimal comma, commas between thousands", typeof(DecimalMarkTests), nameof(DecimalMarkTests.Decide_FromTheCells_FindsMarkAndGroups)),
        (6, "mixed decimal marks", typeof(DecimalMarkTests), nameof(DecimalMarkTests.Decide_MixedMarks_AreRefusedWithThePlace)),
        (6, "1.234E-4", typeof(NumberParserTests), nameof(NumberParserTests.TryParse_Number_IsCorrectlyRounded)),
        (6, "N/A and blank cells", typeof(DelimitedTableTests), nameof(DelimitedTableTests.Read_BlankAndMarkedCells_StayNumericAndKeepTheirText)),
        (6, "-327.67 where no sensor is (Gamry)", typeof(TextTrapTests), nameof(TextTrapTests.Gamry_TemperatureWithoutSensor_IsKeptAndIsNoTemperature)),
        (6, "overload bits", typeof(GamryDtaFormatTests), nameof(GamryDtaFormatTests.Read_OverloadBits_StayTextAndAreCounted)),
        (7, "Windows-1252, Latin-1, UTF-8 with mark, UTF-16, GBK", typeof(TextDecoderTests), nameof(TextDecoderTests.Decode_AnyEncoding_GivesTheText)),
        (7, "every text sample in other encodings", typeof(TextTrapTests), nameof(TextTrapTests.Read_OtherEncoding_GivesTheSameRows)),
        (7, "letters with swapped case (Zahner)", typeof(TextTrapTests), nameof(TextTrapTests.Zahner_LettersWithSwappedCase_AreTurnedBack)),
        (8, "mA and A, mAh, mAs, Ah and C, mV and V, W.h", typeof(ScopeTests), nameof(ScopeTests.Unit_InTheHeading_Decides)),
        (9, "the sign of Z''", typeof(EisCsvFormatTests), nameof(EisCsvFormatTests.Read_PositiveImaginaryWithoutMinus_IsAskedNotGuessed)),
        (9, "several spectra in one file", typeof(EisCsvFormatTests), nameof(EisCsvFormatTests.Read_SpectraOneAfterAnother_AreSplitWhereTheFrequencyTurnsBack)),
        (9, "frequencies twice or in any order", typeof(EisCsvFormatTests), nameof(EisCsvFormatTests.Read_DuplicateAndUnsortedFrequencies_StayAsTheyAre)),
        (10, "every row of every real file", typeof(ManifestTests), nameof(ManifestTests.Read_RealFile_HasEveryRowAndNumber)),
        (10, "sparse clocks are carried on, not drawn straight (Neware)", typeof(VendorExportTests), nameof(VendorExportTests.Read_NewareFile_HasEveryRowOfTheVendorsExport)),
        (10, "ragged lines", typeof(DelimitedTableTests), nameof(DelimitedTableTests.Read_RaggedRows_KeepsEveryCell)),
        (10, "records with frequency 0", typeof(EisCsvFormatTests), nameof(EisCsvFormatTests.Read_RecordsWithFrequencyZero_StayInTheTable)),
        (10, "both branches of a sweep that overlaps (Zahner)", typeof(BinarySpectrumFormatTests), nameof(BinarySpectrumFormatTests.Zahner_BothBranches_AreKeptAndNumbered)),
        (10, "cut and damaged files", typeof(DamageTests), nameof(DamageTests.Read_CutFile_IsPrefixOrError)),
        (10, "archives without their directory", typeof(CutArchiveTests), nameof(CutArchiveTests.Ndax_DirectoryGone_GivesEveryNumberAndSaysSo)),
    ];
}
