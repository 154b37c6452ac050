package dev.pentimento.testkit.paid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server was told to do, in the order of its use. */
final class Scripts {
    private final Deque<Answer> next = new ArrayDeque<>();
    private final Map<String, Deque<Answer>> byPrompt = new LinkedHashMap<>();
    private Answer otherwise;

    Scripts(Answer otherwise) {
        this.otherwise = otherwise;
    }

    synchronized void add(Answer... answers) {
        next.addAll(List.of(answers));
    }

    synchronized void add(String promptPart, Answer... answers) {
        byPrompt.computeIfAbsent(promptPart, part -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    synchronized void otherwise(Answer answer) {
        otherwise = answer;
    }

    /** Whether the next connection is to be dropped; the answer is used up then. */
    synchronized boolean takeUnread() {
        Answer first = next.peek();
        if (first == null || !first.isUnread()) {
            return false;
        }
        next.remove();
        return true;
    }

    /** Those for the prompt come before those for whatever comes next. */
    synchronized Answer take(String prompt) {
        return byPrompt.entrySet().stream()
                .filter(script -> prompt.contains(script.getKey()))
                .map(script -> script.getValue())
                .filter(script -> !script.isEmpty())
                .findFirst()
                .map(Deque::remove)
                .orElseGet(this::takeNext);
    }

    private Answer takeNext() {
        Answer first = next.poll();
        return first == null ? otherwise : first;
    }
}
