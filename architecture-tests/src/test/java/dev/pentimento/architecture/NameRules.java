package dev.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names come from the user's world. */
final class NameRules {
    /** Words of a camel-case name, so that Metadata, Database and Implied pass. */
    private static final Pattern EMPTY_WORDS = Pattern.compile("(Impl|Manager|Helper|Utils?|Info|Data)(?![a-z])");

    private static final Pattern EMPTY_PACKAGES = Pattern.compile("\\.(impl|managers?|helpers?|utils?|info|data)\\b");

    /** Short names only as whole words: "fal" is also a part of "fallback". */
    private static final Pattern VENDORS =
            Pattern.compile("(?i:openai|gpt|jigsaw|gemini|google|anthropic|replicate|stability)|(Fal|\\bfal)(?![a-z])");

    private static final Pattern TECHNOLOGIES =
            Pattern.compile("(?i:sqlite|postgres|jdbc|jdbi|okhttp|jackson)|(Sql|Http|Json|Yaml|S3)(?![a-z])");

    private final Codebase codebase;

    NameRules(Codebase codebase) {
        this.codebase = codebase;
    }

    List<Rule> all() {
        return List.of(
                new Rule(10, "no name is an empty word", noNameIsAnEmptyWord()),
                new Rule(10, "no vendor in the names of ports", noVendorInPorts()),
                new Rule(10, "no technology in the names of ports", noTechnologyInPorts()));
    }

    private ArchRule noNameIsAnEmptyWord() {
        return classes()
                .that(resideInAPackage(codebase.root() + ".."))
                .should(Conditions.of(
                        "say what they are",
                        type -> Stream.concat(
                                        words(EMPTY_WORDS, type.getSimpleName()),
                                        words(EMPTY_PACKAGES, type.getPackageName()))
                                .map(word -> "is called " + word + ", which says nothing")));
    }

    private ArchRule noVendorInPorts() {
        return classes()
                .that(resideInAPackage(codebase.layer("ports")))
                .should(Conditions.of(
                        "be named after roles",
                        type -> Stream.concat(
                                        Stream.of(type.getSimpleName()),
                                        type.getMembers().stream().map(JavaMember::getName))
                                .flatMap(name -> words(VENDORS, name))
                                .map(word -> "names the vendor " + word)));
    }

    private ArchRule noTechnologyInPorts() {
        return classes()
                .that(resideInAPackage(codebase.layer("ports")))
                .should(Conditions.of(
                        "be named after roles",
                        type -> words(TECHNOLOGIES, type.getSimpleName()).map(word -> "names the technology " + word)));
    }

    private static Stream<String> words(Pattern pattern, String name) {
        return pattern.matcher(name).results().map(match -> match.group());
    }
}
