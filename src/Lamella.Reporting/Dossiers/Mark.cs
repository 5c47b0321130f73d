namespace Lamella.Reporting.Dossiers;

/// <summary>A badge in a table: how surely a value is known, or how a prediction fared.</summary>
public enum Mark
{
    /// <summary>No badge.</summary>
    None,

    /// <summary>Confidence: read at the cited source.</summary>
    Verified,

    /// <summary>Confidence: not stated by any source that was read.</summary>
    Assumed,

    /// <summary>Confidence: moved by the calibration.</summary>
    Calibrated,

    /// <summary>Confidence: computed from other values of the table.</summary>
    Derived,

    /// <summary>Confidence: stated in the described file without a source.</summary>
    Stated,

    /// <summary>Verdict: the measured value lies inside the predicted interval.</summary>
    InsideInterval,

    /// <summary>Verdict: the measured value lies outside the predicted interval.</summary>
    Outside,

    /// <summary>Verdict: the measured value is sealed, so there is only the prediction.</summary>
    SealedPredictionOnly,

    /// <summary>Verdict: the value was used to calibrate, so it tests nothing.</summary>
    UsedForCalibration,

    /// <summary>Verdict: the described model does not simulate this.</summary>
    NotSimulated,

    /// <summary>Verdict: the claims can be true together.</summary>
    Consistent,

    /// <summary>Verdict: the answer depends on what is not stated.</summary>
    Undetermined,

    /// <summary>Verdict: the claims cannot all be true.</summary>
    Contradicted,
}

/// <summary>What marks say.</summary>
public static class MarkText
{
    /// <summary>Names a mark as the reader sees it.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>A few words; empty for <see cref="Mark.None"/>.</returns>
    public static string Of(Mark mark) => mark switch
    {
        Mark.Verified => "verified",
        Mark.Assumed => "assumed",
        Mark.Calibrated => "calibrated",
        Mark.Derived => "derived",
        Mark.Stated => "stated",
        Mark.InsideInterval => "inside interval",
        Mark.Outside => "outside",
        Mark.SealedPredictionOnly => "sealed: prediction only",
        Mark.UsedForCalibration => "used for calibration",
        Mark.NotSimulated => "not simulated",
        Mark.Consistent => "consistent",
        Mark.Undetermined => "undetermined",
        Mark.Contradicted => "contradicted",
        _ => "",
    };

    /// <summary>Tells whether a mark is a verdict on a prediction rather than a confidence in a value.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>True for verdicts.</returns>
    public static bool IsVerdict(Mark mark) => mark >= Mark.InsideInterval;
}
