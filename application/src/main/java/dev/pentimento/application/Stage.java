package dev.pentimento.application;

/** One step of a pipeline: takes a draft and returns it further on. */
sealed interface Stage permits ApplyPalettes, CompositeMask, EditImage, GenerateImages, LoadBaseImage, SaveOutputs {
    /** As in the configuration and in events, such as {@code load_base_image}. */
    String name();

    Draft run(Draft draft, RunningJob running);

    /** Whether there is anything to do for this draft. */
    default boolean concerns(Draft draft) {
        return true;
    }
}
