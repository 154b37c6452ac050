package dev.pentimento.adapters.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A form as browsers send it. */
public final class FormBody {
    private static final String BOUNDARY = "pentimento-test-boundary";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param fields in pairs: name, value */
    public static FormBody of(String... fields) {
        FormBody form = new FormBody();
        for (int i = 0; i < fields.length; i += 2) {
            form.with(fields[i], fields[i + 1]);
        }
        return form;
    }

    public FormBody with(String name, String value) {
        return part("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8));
    }

    public FormBody with(String name, String fileName, String mediaType, byte[] file) {
        return part(
                "name=\"%s\"; filename=\"%s\"".formatted(name, fileName), "Content-Type: " + mediaType + "\r\n", file);
    }

    public FormBody png(String name, byte[] file) {
        return with(name, name + ".png", "image/png", file);
    }

    private FormBody part(String disposition, String type, byte[] content) {
        ascii("--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n".formatted(BOUNDARY, disposition, type));
        bytes.writeBytes(content);
        ascii("\r\n");
        return this;
    }

    private void ascii(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes.toByteArray());
        all.writeBytes(end);
        return all.toByteArray();
    }

    /** Makes it the body of a request. */
    public HttpRequest.Builder in(HttpRequest.Builder request) {
        return request.header("Content-Type", contentType()).POST(BodyPublishers.ofByteArray(bytes()));
    }
}
