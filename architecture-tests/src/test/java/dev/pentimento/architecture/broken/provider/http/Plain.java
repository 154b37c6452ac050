package dev.pentimento.architecture.broken.provider.http;

/** Breaks nothing: adapters may use it. */
public final class Plain {
    public int port() {
        return 443;
    }
}
