package dev.pentimento.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String HOSTILE = "<b onclick='x'>\"&amp;\u0007";

    @Test
    void textsAndAttributesAreEscaped() {
        assertThat(Markup.element("p", HOSTILE).with("title", HOSTILE).html())
                .isEqualTo("<p title=\"&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;amp;\ufffd\">"
                        + "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;amp;\ufffd</p>");
    }

    @Test
    void piecesStandInTheirOrder() {
        assertThat(Markup.styled("ul", "list", Markup.element("li", "a"), Markup.NONE, Markup.element("li", "b"))
                        .html())
                .isEqualTo("<ul class=\"list\"><li>a</li><li>b</li></ul>");
    }

    @Test
    void whatCameAndWentIsMarkedWordByWord() {
        assertThat(WordDiff.of("a red fox at night", "a <b> fox at bright night")
                        .html())
                .isEqualTo("a <del>red </del><ins>&lt;b&gt; </ins>fox at <ins>bright </ins>night");
    }

    @Test
    void equalTextsShowNoChange() {
        assertThat(WordDiff.of("a red fox", "a red fox").html()).isEqualTo("a red fox");
        assertThat(WordDiff.of("", "fox").html()).contains("<ins>fox</ins>");
    }

    @Test
    void longTextsAreShownWithoutComparison() {
        assertThat(WordDiff.of("a", "word ".repeat(3_000)).html()).doesNotContain("<ins>");
    }

    @Test
    void aDotStandsForEachScoreAndTheLineForTheBestSoFar() {
        ScoreCurve curve = new ScoreCurve("Scores", List.of(-1.0, 0.5, 1.0), List.of(-1.0, 0.5, 0.5), 0.85);

        assertThat(curve.svg().html())
                .contains("iteration 2: 0.500", "iteration 3: 1.000", "points=\"159.0,60.0 278.0,60.0\"")
                .doesNotContain("iteration 1:", "NaN");
    }

    @Test
    void curvesOfNoAndOneIterationAreDrawn() {
        assertThat(new ScoreCurve("None", List.of(), List.of(), 0.85).svg().html())
                .startsWith("<svg");
        assertThat(new ScoreCurve("One", List.of(0.5), List.of(0.5), 0.85).svg().html())
                .contains("<circle")
                .doesNotContain("NaN");
    }
}
