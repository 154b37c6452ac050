package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Columns.Cell;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.ports.in.SumCosts;
import dev.pentimento.ports.in.SumCosts.Total;
import java.util.List;

/** What calls cost, for people; what nobody knows is never part of an amount. */
final class CostLines {
    private static final String NOTHING = "-";

    private final SumCosts.Summary summary;
    private final Paint paint;
    private final Columns columns = new Columns();

    CostLines(SumCosts.Summary summary, Paint paint) {
        this.summary = summary;
        this.paint = paint;
    }

    List<String> lines() {
        if (summary.total().calls() == 0) {
            return List.of("No provider was asked for anything yet");
        }
        columns.row(
                faint(""),
                faint("calls").right(),
                faint("reported").right(),
                faint("estimated").right(),
                faint("unknown"));
        row("total", summary.total());
        heading("by concept");
        ShortIds ids = ShortIds.of(
                summary.byConcept().stream().map(one -> one.concept().id()).toList());
        summary.byConcept().forEach(one -> row(name(one.concept(), ids), one.total()));
        heading("by provider");
        summary.byProvider().forEach(one -> row(one.provider(), one.total()));
        heading("by day (UTC)");
        summary.byDay().forEach(one -> row(one.day().toString(), one.total()));
        return columns.lines();
    }

    private Cell faint(String text) {
        return Cell.painted(text, paint::faint);
    }

    private void heading(String text) {
        columns.row(Cell.painted(text, paint::strong), faint(""), faint(""), faint(""), faint(""));
    }

    private void row(String name, Total total) {
        columns.row(
                Cell.of("  " + name),
                Cell.of(Integer.toString(total.calls())).right(),
                Cell.of(Words.dollars(total.reported())).right(),
                Cell.of(Words.dollars(total.estimated())).right(),
                Cell.painted(unknown(total), paint::warning));
    }

    private static String unknown(Total total) {
        if (total.unknown() == 0) {
            return NOTHING;
        }
        String calls = Words.count(total.unknown(), "call");
        return total.possible() == 0 ? calls : "%s, perhaps %s more".formatted(calls, Words.dollars(total.possible()));
    }

    private static String name(Concept concept, ShortIds ids) {
        return ids.of(concept.id()) + ConceptWords.about(concept.brief());
    }
}
