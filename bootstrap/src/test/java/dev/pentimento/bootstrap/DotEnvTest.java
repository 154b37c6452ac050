package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NAME=value|value",
                "  NAME = value  |value",
                "export NAME=value|value",
                "NAME='a b # c'|a b # c",
                "NAME=\"a \\\"b\\\" $c\" # why|a \"b\" $c",
                "NAME=a#b|a#b",
                "NAME=a b # why|a b",
                "NAME=a=b=|a=b=",
                "NAME=sk-1/2+3==|sk-1/2+3=="
            })
    void assignmentsAreRead(String line, String value) {
        assertThat(DotEnv.parse(line, ".env").value("NAME")).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"NAME=", "NAME= # why", "#NAME=x", "NAME", "NAME=''", "-NAME=x", "1NAME=x"})
    void otherLinesGiveNothing(String line) {
        assertThat(DotEnv.parse(line, ".env").value("NAME")).isEmpty();
    }

    @Test
    void theLastAssignmentCounts() {
        assertThat(DotEnv.parse("A=1\r\nB=2\r\nA=3\r\n", ".env").value("A")).contains("3");
    }

    @Test
    void quotedValuesMayGoOverLines() {
        Variables variables = DotEnv.parse("PEM=\"-----BEGIN\nA=b\n-----END\"\nNAME=x", ".env");

        assertThat(variables.value("PEM")).contains("-----BEGIN\nA=b\n-----END");
        assertThat(variables.value("A")).isEmpty();
        assertThat(variables.value("NAME")).contains("x");
    }

    @Test
    void longValuesAreNoTrouble() {
        String value = "\\\"x".repeat(20_000);

        assertThat(DotEnv.parse("NAME=\"" + value + "\"", ".env").value("NAME")).contains("\"x".repeat(20_000));
    }
}
