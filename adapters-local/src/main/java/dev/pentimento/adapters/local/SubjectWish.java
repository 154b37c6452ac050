package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the words of a subject repair ask for beside the replacement itself.
 *
 * @param size times the usual one
 * @param mirrored whether left and right change places
 */
record SubjectWish(double size, boolean mirrored, List<String> notUnderstood) {
    private static final Set<String> NAMES_FOLLOW =
            words("a an any her his its my our that the their these this those with by your");
    private static final Set<String> NAMES_END = words("and as at for from in instead into on to where");
    private static final Set<String> KNOWN =
            words("and as at be change different exchange fix for from here image in instead into is it its make"
                    + " me new object of old on one other over photo picture place please product put reference repair replace right same shown"
                    + " show subject swap take there thing to use want where wrong");
    private static final Set<String> BIGGER = words("big bigger enlarge larger large");
    private static final Set<String> SMALLER = words("little shrink small smaller");
    private static final Set<String> MIRRORED = words("flip flipped mirror mirrored");

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }

    /** Words after an article name the subject; we take them at their word. */
    static SubjectWish understand(String instruction) {
        double size = 1;
        boolean mirrored = false;
        boolean naming = false;
        List<String> unknown = new ArrayList<>();
        for (String word : instruction.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
            naming = NAMES_FOLLOW.contains(word) || (naming && !NAMES_END.contains(word));
            if (BIGGER.contains(word)) {
                size = 1.2;
            } else if (SMALLER.contains(word)) {
                size = 0.8;
            } else if (MIRRORED.contains(word)) {
                mirrored = true;
            } else if (!word.isBlank() && !naming && !KNOWN.contains(word) && !NAMES_END.contains(word)) {
                unknown.add(word);
            }
        }
        return new SubjectWish(size, mirrored, unknown);
    }
}
