/** What every provider behind HTTP needs: requests that leave once, failures that say whether they left, and keys that stay hidden. */
@NullMarked
package dev.pentimento.provider.http;

import org.jspecify.annotations.NullMarked;
