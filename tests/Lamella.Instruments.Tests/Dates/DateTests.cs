using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Tests.Dates;

/// <summary>Trap: order of day and month, zones, daylight saving, clock times as durations.</summary>
[Trait("Level", "unit")]
public sealed class DateTests
{
    [Theory]
    [InlineData("04/23/2018 16:43:15.250", DateOrder.MonthFirst, "2018-04-23T16:43:15.2500000")]
    [InlineData("23.04.2018 16.43.15", DateOrder.DayFirst, "2018-04-23T16:43:15.0000000")]
    [InlineData("2024-04-30T10:00:00", DateOrder.MonthFirst, "2024-04-30T10:00:00.0000000")]
    [InlineData("23-Nov-23 3:56:11 PM", DateOrder.MonthFirst, "2023-11-23T15:56:11.0000000")]
    [InlineData("11/23/2023 12:05:00 AM", DateOrder.MonthFirst, "2023-11-23T00:05:00.0000000")]
    [InlineData("12/31/99", DateOrder.MonthFirst, "1999-12-31T00:00:00.0000000")]
    public void Parse_WrittenDate_IsTheMoment(string text, DateOrder order, string expected) =>
        DateText.Parse(text, order)!.Value.Local.ToString("O").ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("xx/xx/xxxx 10:00:00")]
    [InlineData("31/31/2020")]
    [InlineData("2020-02-30")]
    [InlineData("3.14")]
    public void Parse_NoDate_IsNull(string text) => DateText.Parse(text, DateOrder.MonthFirst).ShouldBeNull();

    [Fact]
    public void UnixSeconds_NeedsAZone_AndObeysIt()
    {
        WrittenDate local = DateText.Parse("2024-07-01 12:00:00", DateOrder.YearFirst)!.Value;
        WrittenDate zoned = DateText.Parse("2024-07-01T12:00:00+02:00", DateOrder.YearFirst)!.Value;

        local.UnixSeconds(null).ShouldBeNull();
        local.UnixSeconds(TimeZoneInfo.Utc).ShouldBe(1719835200.0);
        zoned.UnixSeconds(null).ShouldBe(1719828000.0);
        zoned.UnixSeconds(TimeZoneInfo.Utc).ShouldBe(1719828000.0);
    }

    [Theory]
    [InlineData("01/02/2020|13/02/2020", "day first", "above 12 in 1 of 2")]
    [InlineData("01/02/2020|02/13/2020", "month first", "above 12 in 1 of 2")]
    [InlineData("01.02.2020|02.03.2020", "day first", "points between the numbers")]
    [InlineData("01/02/2020|02/03/2020", "month first", "say --date-order")]
    [InlineData("2020-01-02", "year first", "year stands first")]
    public void Decide_Dates_SaysOrderAndEvidence(string dates, string choice, string evidence)
    {
        var (_, decision) = DateOrderDetector.Decide("Date", dates.Split('|'), ImportOptions.Default);

        decision.Choice.ShouldBe(choice);
        decision.Evidence.ShouldContain(evidence);
    }

    [Fact]
    public void Decide_WithOption_IsOverridden() =>
        DateOrderDetector.Decide("Date", ["13/01/2020"], new ImportOptions { DateOrder = DateOrder.MonthFirst }).Decision.Overridden.ShouldBeTrue();

    [Theory]
    [InlineData("12:34:56.789", 45296.789)]
    [InlineData("2.12:34:56", 218096.0)]
    [InlineData("  0d 00:00:01.0000", 1.0)]
    [InlineData("100:00:00", 360000.0)]
    [InlineData("05:30", 330.0)]
    [InlineData("-0:00:01,5", -1.5)]
    public void Seconds_ClockTime_IsADuration(string text, double expected) => DurationText.Seconds(text)!.Value.ShouldBe(expected, 1e-9);

    [Theory]
    [InlineData("12.5")]
    [InlineData("abc")]
    public void Seconds_OfNoClockTime_AreNull(string text) => DurationText.Seconds(text).ShouldBeNull();
}
