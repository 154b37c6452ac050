package dev.pentimento.adapters.imaging.fetch;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What every fetch keeps to. The product enforces all of them; a test sets one aside to see that its attack then succeeds. */
enum Rule {
    /** A URL has at most {@value UrlCheck#MAX_CHARACTERS} characters. */
    SHORT_URL,
    /** No user and no password: they would leak into records, and they disguise hosts. */
    NO_CREDENTIALS,
    /** A host is spelled in the one way that every program reads alike. */
    PLAIN_HOST,
    /** 80 or 443: other ports belong to services that should not be spoken to. */
    WEB_PORT,
    /** Every address of the host is public. */
    PUBLIC_ADDRESS,
    /** The host is looked up once, and connected to at the addresses that were checked. */
    ONE_LOOKUP,
    /** What began encrypted does not go on in the clear. */
    NO_DOWNGRADE,
    /** At most {@value Journey#MAX_REDIRECTS} redirects. */
    FEW_REDIRECTS,
    /** A server is asked once, whatever it answers. */
    ONE_REQUEST,
    /** Only 200 is a file: 206 is a part of one, 404 a page about none. */
    WHOLE_FILE,
    /** A file that says it is too large is not waited for. */
    CLAIMED_SIZE,
    /** What is read, after decompression, is counted. */
    COUNTED_SIZE,
    /** The fetch ends by its deadline, whatever it is waiting for. */
    DEADLINE;

    static Set<Rule> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Rule.class));
    }
}
