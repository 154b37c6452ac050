package dev.pentimento.app.cli.report;

/** Where the images of a batch lie, as seen from its page. */
@FunctionalInterface
public interface ImageFiles {

    /**
     * The path relative to the page, with {@code /}; empty where there is no such file.
     *
     * @param prompt its id
     * @param iteration from 1
     * @param variant from 1
     * @param asked how many images were asked for in that iteration
     */
    String path(String prompt, int iteration, int variant, int asked);
}
