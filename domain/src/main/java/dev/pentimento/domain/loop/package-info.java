/** The loop: images are made from a prompt, judged, and made better, round by round, until a rule says stop. */
@NullMarked
package dev.pentimento.domain.loop;

import org.jspecify.annotations.NullMarked;
