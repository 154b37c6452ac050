package dev.pentimento.architecture.broken.domain;

import java.net.http.HttpClient;

/** Breaks 1: opens a connection. */
final class Downloading {
    boolean isPatient(HttpClient client) {
        return client.connectTimeout().isEmpty();
    }
}
