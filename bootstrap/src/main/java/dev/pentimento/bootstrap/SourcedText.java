package dev.pentimento.bootstrap;

/**
 * What somebody wrote for a setting, and where.
 *
 * @param origin for people, such as {@code ./pentimento.yml:12}
 */
record SourcedText(String text, String origin) {}
