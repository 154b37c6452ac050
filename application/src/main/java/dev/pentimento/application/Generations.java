package dev.pentimento.application;

import dev.pentimento.domain.job.Work;

/** The work of a draft that is known to be a generation. */
final class Generations {
    private Generations() {}

    static Work.GenerateOriginals of(Draft draft) {
        return draft.job()
                .work()
                .match(
                        refine -> {
                            throw new IllegalStateException("A refinement generates no originals");
                        },
                        generate -> generate);
    }
}
