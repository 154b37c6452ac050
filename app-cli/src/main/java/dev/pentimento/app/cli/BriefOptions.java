package dev.pentimento.app.cli;

import dev.pentimento.domain.concept.Brief;
import picocli.CommandLine.Option;

/** What an image is about. */
final class BriefOptions {
    @Option(names = "--logo", paramLabel = "TEXT", description = "What the logo shows.")
    private String logo = "";

    @Option(names = "--theme", paramLabel = "TEXT", description = "The theme it belongs to.")
    private String theme = "";

    Brief brief(String prompt) {
        return new Brief(prompt, logo, theme);
    }
}
