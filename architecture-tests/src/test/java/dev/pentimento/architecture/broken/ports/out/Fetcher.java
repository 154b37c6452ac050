package dev.pentimento.architecture.broken.ports.out;

import java.net.http.HttpResponse;

/** Breaks 2: whoever implements it meets a type that is not ours. */
public interface Fetcher {
    HttpResponse<String> fetch();
}
