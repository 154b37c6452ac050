/**
 * Google's Gemini API: a critic, a writer of prompts, and an image model that edits and makes pictures. What is said to the models, and the form in
 * which they have to answer, lies in files beside these classes.
 */
@NullMarked
package dev.pentimento.adapters.falgemini.gemini;

import org.jspecify.annotations.NullMarked;
