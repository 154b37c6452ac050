package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import java.util.Locale;

/** How a checklist is stored. */
final class StoredChecklist {
    private StoredChecklist() {}

    static Document write(Checklist checklist) {
        return Document.empty()
                .with(
                        "checks",
                        checklist.checks().stream().map(StoredChecklist::write).toList());
    }

    private static Document write(Check check) {
        return Document.empty()
                .with("id", check.id())
                .with("kind", check.kind().label())
                .with("question", check.question())
                .with("depends_on", check.dependsOn())
                .with("weight", (long) check.weight())
                .with("required", check.required() ? 1L : null);
    }

    static Checklist read(Document checklist) {
        return new Checklist(checklist.documents("checks", StoredChecklist::check));
    }

    private static Check check(Document check) {
        return new Check(
                check.text("id"),
                CheckKind.valueOf(check.text("kind").toUpperCase(Locale.ROOT)),
                check.text("question"),
                check.texts("depends_on"),
                check.integer("weight"),
                check.optionalNumber("required").isPresent());
    }
}
