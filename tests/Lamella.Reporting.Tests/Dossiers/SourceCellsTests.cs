using Lamella.Core.Provenance;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Dossiers;

[Trait("Level", "unit")]
public sealed class SourceCellsTests
{
    [Theory]
    [InlineData(Origin.Published, Confidence.Verified, Mark.Verified)]
    [InlineData(Origin.Stated, Confidence.Verified, Mark.Stated)]
    [InlineData(Origin.Measured, Confidence.Verified, Mark.Verified)]
    [InlineData(Origin.Published, Confidence.Assumed, Mark.Assumed)]
    [InlineData(Origin.Assumed, Confidence.Verified, Mark.Assumed)]
    [InlineData(Origin.Calibrated, Confidence.Verified, Mark.Calibrated)]
    [InlineData(Origin.Derived, Confidence.Assumed, Mark.Derived)]
    public void MarkOf_Source_NeverLooksSurerThanItIs(Origin origin, Confidence confidence, Mark expected) =>
        SourceCells.MarkOf(new Source(origin, "Someone, 2025", null, null, confidence)).ShouldBe(expected);

    [Fact]
    public void Citation_Source_CarriesPlaceAndDoi()
    {
        Cell cell = SourceCells.Citation(new Source(Origin.Published, "Someone, 2025", "10.1000/1", "Fig. 2", Confidence.Verified));

        (cell.Text, cell.Note, cell.Doi).ShouldBe(("Someone, 2025", "Fig. 2", "10.1000/1"));
    }
}
