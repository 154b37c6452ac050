package dev.pentimento.app.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskNotationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rect:0.1,0.2,0.3,0.4",
                "circle:0.5,0.25,0.125",
                "polygon:0.0,0.0;1.0,0.0;1.0,1.0",
                "brush:0.05;0.1,0.2;0.3,0.4"
            })
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(MaskNotation.write(MaskNotation.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask.png", "./rect:1.png", "C:\\masks\\a.png", "masks/rect:0,0,1,1"})
    void fileNamesAreNoShapes(String text) {
        assertThat(MaskNotation.isMeantBy(text)).isFalse();
    }
}
