package dev.pentimento.app.cli.document;

import dev.pentimento.domain.evaluation.Score;

/** How good an image is, each 0..1. */
public record ScoreDocument(double overall, double adherence, double quality) {
    static ScoreDocument of(Score score) {
        return new ScoreDocument(
                Json.rounded(score.overall()), Json.rounded(score.adherence()), Json.rounded(score.quality()));
    }
}
