package dev.pentimento.app.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void linesHoldNoControlCharacters() {
        assertThat(Words.line(" a\n\tb\u001b[31mc\u0007\u200b\u202ed\u2028")).isEqualTo("a b [31mc d");
    }

    @Test
    void excerptsEndWithinACharacter() {
        assertThat(Words.excerpt("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2)).isEqualTo("\uD83D\uDE00…");
        assertThat(Words.excerpt("short", 5)).isEqualTo("short");
    }

    @Test
    void dollarsHaveTwoDecimalsOrMore() {
        assertThat(Words.dollars(40_000)).isEqualTo("$0.04");
        assertThat(Words.dollars(1)).isEqualTo("$0.000001");
        assertThat(Words.dollars(120_000_000)).isEqualTo("$120.00");
    }
}
