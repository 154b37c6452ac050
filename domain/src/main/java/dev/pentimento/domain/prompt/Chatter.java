package dev.pentimento.domain.prompt;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How somebody talks who speaks about a prompt, or to us, instead of writing one. Words that begin prompts as well count only with the punctuation or the
 * words that talk has after them. What stands between quotation marks within a text is lettering, and no talk.
 */
final class Chatter {
    private static final Pattern LETTERING = Pattern.compile("(?<=\\S\\s)[\"\u201c][^\"\u201c\u201d]*[\"\u201d]");

    /** What a prompt may be called, as in "the improved prompt". */
    private static final String NAMED = "(?:(?:the|your|my|an?|this|one) )?(?:[\\w-]+ ){0,3}";

    private static final String BETTER =
            "(?:re(?:fined|vised|written|worded|phrased|worked)|improved|updated|enhanced|optimi[sz]ed|corrected|adjusted|modified|new|final)";

    private static final List<Pattern> TELLS = List.of(
            beginning(
                    "(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|alright|all right|got it|understood|noted|will do"
                            + "|no problem|my pleasure|sorry|thanks|thank you|unfortunately|hello|hi|hi there)\\s*(?:[,.!:;]|\\s-|\u2014)"),
            beginning(
                    "(?:great|perfect|excellent|wonderful|awesome|fantastic|good|nice)(?: (?:question|choice|idea|point|start|job))?!"),
            beginning("(?:great|good|nice) (?:question|choice|idea|point|start|job)\\b[,.!]"),
            beginning("(?:my |our )?(?:sincere )?apolog(?:y|ies)\\b(?: for\\b|[,.!:;])"),
            beginning(
                    "here(?:'s| is| are) [^.!?\\n]*\\b(?:prompts?|versions?|ones?|descriptions?|suggestions?|options?|rewrites?|revisions?|attempts?|try)\\b"),
            beginning("(?:here (?:you|we) (?:go|are)|there you go)\\b\\s*[,.!:]"),
            beginning(
                    "let(?:'s| us) (?:make|try|add|fix|focus|adjust|change|refine|improve|rewrite|revise|start|see)\\b"),
            beginning("let me\\b"),
            beginning("as (?:an ai|a language model|(?:you )?requested|you asked|per your)\\b"),
            beginning(
                    "based on (?:(?:the|your|these|those|all|its) )?(?:failed|failing|feedback|checks?|checklist|evaluation|critique|issues?|suggestions?|scores?|original prompt)\\b"),
            beginning(
                    "to (?:address|fix|resolve|correct|mend|improve)\\b[^.!?\\n]*\\b(?:issues?|checks?|problems?|feedback|concerns?|failures?|prompts?)\\b"),
            beginning("(?:(?:the|your|my|this) )?" + BETTER + " prompts?\\b"),
            beginning("this prompt\\b"),
            anywhere("(?:the )?(?:here|below|this|following)(?:'s| is| are) " + NAMED + "prompts?\\b"),
            anywhere(
                    "(?:i|we)(?:'m| am|'re| are) (?:sorry|afraid|unable|happy to|glad to|going to|an ai|a language model)\\b"),
            anywhere("(?:i|we)(?: have|'ve)?(?: also| now| just)* (?:added|changed|kept|removed|made it|made the|"
                    + BETTER + "|rewrote|apologi[sz]e|cannot|can't|can not|would suggest|would recommend"
                    + "|suggest|recommend)\\b"),
            anywhere(
                    "(?:i|we)(?:'ll| will| can|'d| would) (?:help|assist|suggest|recommend|add|change|make|refine|revise|improve|rewrite|propose)\\b"),
            beginning("(?:(?:the|your|my|an?) )?(?:" + BETTER + " )?(?:prompt|version|option)(?: \\d+)?\\W*?:"),
            label(
                    "(?:note|notes|explanation|rationale|reasoning|(?:key |my )?(?:changes|improvements)(?: made)?|what (?:i )?changed|why (?:it|this) works|output|answer|response)"),
            atTheEnd("(?:(?:please )?let me know|feel free to|(?:i )?hope (?:this|that|it) helps)\\b[^.!?]*[.!?]?"),
            atTheEnd(
                    "(?:would you (?:like|prefer)|do you (?:want|need)|did you (?:want|mean)|shall i|should i|do i|can i|want me to|is there anything|anything else|does (?:this|that) work"
                            + "|is (?:this|that) (?:ok|okay|what))\\b[^.!?]*\\?"),
            form("```"),
            form("^\\s*#+\\s"),
            form("^\\s*\\{\\s*\"[^\"]*\"\\s*:"),
            form("^\\s*\\[\\s*(?:\\{\\s*\"|\"[^\"]*\"\\s*(?:,|\\]\\s*$))"),
            form(
                    "^\\s*<(?:\\?xml|!|/?(?:refined_?|improved_?)?(?:prompt|answer|output|response|result|think|thinking|html|p)\\b)"),
            form("^\\s*\\*\\*[^*]+\\*\\*\\s*:?\\s*\\R"));

    private Chatter() {}

    static boolean isIn(String text) {
        String said = LETTERING.matcher(text.replace('\u2019', '\'')).replaceAll("");
        return TELLS.stream().anyMatch(tell -> tell.matcher(said).find());
    }

    /** Of the whole text. */
    private static Pattern beginning(String words) {
        return Pattern.compile("(?i)^\\W*(?:" + words + ")");
    }

    /** At the beginning of a clause. */
    private static Pattern anywhere(String words) {
        return Pattern.compile("(?im)(?:^|[.!?:;,]\\s)\\W*(?:" + words + ")");
    }

    /** In front of a line. */
    private static Pattern label(String words) {
        return Pattern.compile("(?im)^\\W*(?:" + words + ")\\W*?:");
    }

    /** The last sentence. */
    private static Pattern atTheEnd(String words) {
        return Pattern.compile("(?i)(?:^|[.!?:;,\\n-]\\s*)\\W*(?:" + words + ")\\W*$");
    }

    /** How it is marked up: headings, fences, tags and JSON. */
    private static Pattern form(String markup) {
        return Pattern.compile("(?i)" + markup);
    }
}
