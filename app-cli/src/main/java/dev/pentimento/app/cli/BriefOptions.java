package dev.pentimento.app.cli;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What an image is about. */
final class BriefOptions {
    @Option(names = "--logo", paramLabel = "TEXT", description = "What the logo shows.")
    private String logo = "";

    @Option(names = "--theme", paramLabel = "TEXT", description = "The theme it belongs to.")
    private String theme = "";

    @Option(
            names = "--style-keywords",
            paramLabel = "WORD",
            split = ",",
            description = "The style, such as flat,geometric; separated by commas.")
    private List<String> styleKeywords = new ArrayList<>();

    @Option(names = "--audience", paramLabel = "TEXT", description = "Whom it addresses.")
    private String audience = "";

    @Option(names = "--visual-concept", paramLabel = "TEXT", description = "The idea it is built on.")
    private String visualConcept = "";

    @Option(names = "--subject", paramLabel = "TEXT", description = "What is to be seen above all.")
    private String subject = "";

    Brief brief(String prompt) {
        return new Brief(prompt, logo, theme, new ArtDirection(styleKeywords, audience, visualConcept, subject));
    }
}
