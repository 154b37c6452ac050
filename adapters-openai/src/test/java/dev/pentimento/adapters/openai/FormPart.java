package dev.pentimento.adapters.openai;

import com.github.tomakehurst.wiremock.http.Request;
import dev.pentimento.domain.image.EncodedImage;

/** One part of a form, as it came over the wire. */
record FormPart(Request.Part part) {

    String disposition() {
        return header("Content-Disposition");
    }

    String type() {
        return header("Content-Type");
    }

    private String header(String name) {
        return part.getHeader(name).firstValue();
    }

    String name() {
        return part.getName();
    }

    String text() {
        return part.getBody().asString();
    }

    byte[] content() {
        return part.getBody().asBytes();
    }

    EncodedImage image() {
        return EncodedImage.of(content());
    }
}
