package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Brief;

/** How a brief is stored. */
final class StoredBrief {
    private StoredBrief() {}

    static Document write(Brief brief) {
        return Document.empty()
                .with("prompt", brief.prompt())
                .with("logo", brief.logo())
                .with("theme", brief.theme());
    }

    static Brief read(Document brief) {
        return new Brief(brief.text("prompt"), brief.text("logo"), brief.text("theme"));
    }
}
