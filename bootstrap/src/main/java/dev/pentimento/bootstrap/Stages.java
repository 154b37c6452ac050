package dev.pentimento.bootstrap;

import dev.pentimento.application.RefinementStage;
import dev.pentimento.ports.spi.Suggestion;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with the stages that somebody wrote for a refinement. */
final class Stages {
    private static final List<String> ALL = RefinementStage.labels();

    private Stages() {}

    /** Each to follow the key; of names nobody knows, of missing and doubled ones, and of their order, the first that is found. */
    static List<String> problems(List<String> written) {
        return Stream.of(unknown(written), notOnce(written), misplaced(written))
                .filter(problems -> !problems.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> unknown(List<String> written) {
        return written.stream()
                .distinct()
                .filter(name -> !ALL.contains(name))
                .map(Stages::unknown)
                .toList();
    }

    private static String unknown(String name) {
        if (RefinementStage.isConditional(name)) {
            return "names '%s', which the type of a refinement chooses; write '%s' instead"
                    .formatted(name, RefinementStage.CONDITIONAL_STAGE.label());
        }
        return "names the unknown stage '%s'%s Known: %s".formatted(name, hint(name), String.join(", ", ALL));
    }

    private static String hint(String name) {
        String hint = Suggestion.hint(name, ALL);
        return hint.isEmpty() ? "." : hint;
    }

    private static List<String> notOnce(List<String> written) {
        return Stream.of(RefinementStage.values())
                .filter(stage -> Collections.frequency(written, stage.label()) != 1)
                .map(stage -> notOnce(stage, Collections.frequency(written, stage.label())))
                .toList();
    }

    private static String notOnce(RefinementStage stage, int times) {
        if (times > 1) {
            return "names '%s' %d times; leave one of them".formatted(stage.label(), times);
        }
        String place =
                stage.before().map(before -> "after '" + before.label() + "'").orElse("as the first");
        return "lacks '%s'; write it %s".formatted(stage.label(), place);
    }

    private static List<String> misplaced(List<String> written) {
        return Stream.of(RefinementStage.values())
                .flatMap(stage -> stage.before().stream()
                        .filter(before -> written.indexOf(before.label()) > written.indexOf(stage.label()))
                        .map(before -> "has '%s' before '%s', whose work it goes on with; write it after that"
                                .formatted(stage.label(), before.label())))
                .toList();
    }
}
