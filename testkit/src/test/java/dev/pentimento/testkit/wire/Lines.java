package dev.pentimento.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What is spoken with the teapot vendor: lines of a name and a value in base 64; a name may come several times. */
final class Lines {
    private final List<String[]> lines = new ArrayList<>();

    Lines with(String name, String value) {
        return with(name, value.getBytes(StandardCharsets.UTF_8));
    }

    Lines with(String name, byte[] value) {
        lines.add(new String[] {name, Base64.getEncoder().encodeToString(value)});
        return this;
    }

    static Lines read(byte[] body) {
        Lines read = new Lines();
        new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2 && parts[1].matches("[A-Za-z0-9+/=]*"))
                .forEach(read.lines::add);
        return read;
    }

    List<byte[]> all(String name) {
        return lines.stream()
                .filter(line -> line[0].equals(name))
                .map(line -> Base64.getDecoder().decode(line[1]))
                .toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst().map(value -> new String(value, StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line[0]).append(' ').append(line[1]).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
