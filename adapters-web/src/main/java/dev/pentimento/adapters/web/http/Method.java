package dev.pentimento.adapters.web.http;

/** What can be asked of a path. */
public enum Method {
    GET,
    POST,
    DELETE
}
