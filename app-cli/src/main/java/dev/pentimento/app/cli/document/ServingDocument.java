package dev.pentimento.app.cli.document;

/** A server that has begun to listen. */
public record ServingDocument(String url) {}
