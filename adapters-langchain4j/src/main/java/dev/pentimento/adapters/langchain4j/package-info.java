/** Any {@code ImageModel} of LangChain4j as a provider, and Pentimento as an {@code ImageModel}. */
@NullMarked
package dev.pentimento.adapters.langchain4j;

import org.jspecify.annotations.NullMarked;
