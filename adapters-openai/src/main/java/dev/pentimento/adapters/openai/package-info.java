/** OpenAI's images API, spoken through OpenAI's own library over a connection that sends everything once. */
@NullMarked
package dev.pentimento.adapters.openai;

import org.jspecify.annotations.NullMarked;
