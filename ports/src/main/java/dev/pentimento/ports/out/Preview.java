package dev.pentimento.ports.out;

import java.util.List;

/**
 * What a provider would be asked.
 *
 * @param model which of its models; empty where it names none before the call
 * @param prompt the words as they would be sent
 * @param notUnderstood words of the prompt that would have no effect; empty where that cannot be told before the call
 */
public record Preview(String model, String prompt, List<String> notUnderstood) {
    public Preview {
        notUnderstood = List.copyOf(notUnderstood);
    }
}
