package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.InvalidSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
    private final Problems problems = new Problems();

    @Test
    void levelsBecomeDottedKeysWithTheirLines() {
        YamlText yaml = read("a:\n  b: 1\n  c.d: two words\ne: [x, y]\nf: []\n");

        assertThat(yaml.written())
                .containsEntry("a.b", new SourcedText("1", "f.yml:2"))
                .containsEntry("a.c.d", new SourcedText("two words", "f.yml:3"))
                .containsEntry("e", new SourcedText("x, y", "f.yml:4"))
                .containsEntry("f", new SourcedText("", "f.yml:5"))
                .hasSize(4);
        problems.throwIfAny();
    }

    @Test
    void nothingIsNoValue() {
        YamlText yaml = read("a: null\nb: ''\nc:\nd: ~\n");

        assertThat(yaml.written()).isEmpty();
        assertThat(yaml.origins()).containsEntry("c", "f.yml:3").hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "# only a comment", "---", "{}"})
    void emptyFilesAreFine(String content) {
        assertThat(read(content).origins()).isEmpty();
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "just words|f.yml:1: must begin with a key such as 'home:'",
                "[a, b]|f.yml:1: must begin with a key such as 'home:'",
                "a: [b, {c: d}]|f.yml:1: a must be a list of plain values",
                "a: [b, [c]]|f.yml:1: a must be a list of plain values",
                "{a: 1, a: 2}|f.yml:1: a is written twice, first at f.yml:1",
                "{[a, b]: c}|f.yml:1: a key must be a word"
            })
    void otherShapesAreRefused(String content, String problem) {
        assertThat(problemsOf(content)).containsExactly(problem);
    }

    @Test
    void keysWrittenTwiceAreToldWithBothPlaces() {
        assertThat(problemsOf("a:\n  b: 1\na.b: 2\n"))
                .containsExactly("f.yml:3: a.b is written twice, first at f.yml:2");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(problemsOf("a: 1\nb: [1\nc: 2\n"))
                .singleElement()
                .asString()
                .matches("f\\.yml:\\d: not readable as YAML: .+");
        assertThat(problemsOf("a: \u0007")).singleElement().asString().startsWith("f.yml: not readable as YAML: ");
    }

    @Test
    void filesThatRepeatThemselvesWithoutEndAreRefused() {
        assertThat(problemsOf("a: &a {b: *a}\n")).hasSize(1);
    }

    private YamlText read(String content) {
        return YamlText.parse(content, "f.yml", problems);
    }

    private static List<String> problemsOf(String content) {
        Problems problems = new Problems();
        YamlText.parse(content, "f.yml", problems);
        return catchThrowableOfType(InvalidSettings.class, problems::throwIfAny).problems();
    }
}
