package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.image.ImageDigest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A file in a form. Its bytes are read when they are asked for; large ones wait on the disk until the request ends. */
public final class Upload {
    private static final int LONGEST_NAME = 100;

    private final Part part;
    private final UploadMemory.Share memory;

    Upload(Part part, UploadMemory.Share memory) {
        this.part = part;
        this.memory = memory;
    }

    /** As whoever sent it calls it, without folders; for people alone. */
    public String fileName() {
        String sent = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("\\p{Cntrl}", "").strip();
        String name = printable.isEmpty() ? part.getName() : printable;
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** What it is said to be, in lower case; empty if that is not said. */
    public String mediaType() {
        return Optional.ofNullable(part.getContentType())
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** In bytes. */
    public long size() {
        return part.getSize();
    }

    /** @throws Refusal if they find no room in memory */
    public byte[] bytes() {
        memory.take(part.getSize());
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Form.broken();
        }
    }

    /** Read as UTF-8. */
    String text() {
        try (InputStream in = open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Form.broken();
        }
    }

    /** Found without keeping all bytes in memory. */
    ImageDigest digest() {
        try (DigestInputStream in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new ImageDigest(
                    HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException e) {
            throw Form.broken();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    public InputStream open() throws IOException {
        return part.getInputStream();
    }
}
