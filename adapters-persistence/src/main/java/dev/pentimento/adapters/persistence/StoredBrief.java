package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Brief;

/** How a brief is stored; its art direction only where there is one, as older homes know none. */
final class StoredBrief {
    private StoredBrief() {}

    static Document write(Brief brief) {
        return StoredDirection.write(
                brief.direction(),
                Document.empty()
                        .with("prompt", brief.prompt())
                        .with("logo", brief.logo())
                        .with("theme", brief.theme()));
    }

    static Brief read(Document brief) {
        return new Brief(brief.text("prompt"), brief.text("logo"), brief.text("theme"), StoredDirection.read(brief));
    }
}
