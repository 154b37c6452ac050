package dev.pentimento.app.cli.argument;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The one table of how arguments become domain types. The rules are the domain's; picocli adds which option was wrong. */
public final class Conversions {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})[xX](\\d{1,6})");

    private Conversions() {}

    public static void register(CommandLine line) {
        line.registerConverter(Strength.class, checked(text -> new Strength(Numbers.decimal(text))));
        line.registerConverter(Creativity.class, checked(text -> Creativity.ofLevel(Numbers.whole(text))));
        line.registerConverter(PreserveAspect.class, checked(PreserveAspect::ofLabel));
        line.registerConverter(RefinementKind.class, checked(Conversions::kind));
        line.registerConverter(ImageSize.class, checked(Conversions::size));
        line.registerConverter(VersionReference.class, checked(VersionReference::new));
        line.registerConverter(PictureArgument.class, checked(PictureArgument::new));
        line.registerConverter(Dollars.class, checked(Dollars::parse));
        line.registerConverter(MaskArgument.class, checked(MaskArgument::parse));
    }

    private static <T> ITypeConverter<T> checked(Function<String, T> conversion) {
        return text -> {
            try {
                return conversion.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static RefinementKind kind(String text) {
        return Arrays.stream(RefinementKind.values())
                .filter(kind -> kind.label().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no refinement '%s'; choose from prompt, subject, text".formatted(text)));
    }

    private static ImageSize size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new IllegalArgumentException("'%s' is not a size such as 1024x768".formatted(text));
        }
        return new ImageSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }
}
