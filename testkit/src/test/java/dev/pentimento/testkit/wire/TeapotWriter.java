package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Has palettes and prompts written by a vendor that does not exist, with one flaw or none. */
final class TeapotWriter implements PromptWriter {
    private final TeapotDesk desk;

    TeapotWriter(TeapotDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.PALETTES, Task.PROMPT);
    }

    @Override
    public Cost estimate() {
        return desk.estimate(null);
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        String words = desk.suffers(Flaw.FORGETS_THE_BRIEF) ? "palettes" : theme;
        byte[] body = ask(words, context);
        List<Palette> palettes = Lines.read(body).all("palette").stream()
                .map(line -> palette(new String(line, StandardCharsets.UTF_8)))
                .toList();
        if (palettes.isEmpty() && !desk.suffers(Flaw.GUESSES_AT_GARBAGE)) {
            throw desk.unusable(body);
        }
        return answered(palettes, words, body);
    }

    /** Such as {@code Dusk|after sunset|#102030|#405060}. */
    private static Palette palette(String line) {
        List<String> parts = List.of(line.split("\\|", -1));
        return new Palette(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        String words = String.join("\n", scene.title(), scene.scene(), scene.mood());
        byte[] body = ask(words, context);
        String prompt = Lines.read(body).first("prompt").orElseThrow(() -> desk.unusable(body));
        return answered(prompt, words, body);
    }

    private byte[] ask(String words, CallContext context) {
        return desk.send(desk.order(words, null, List.of()), context);
    }

    private <T> Answered<T> answered(T value, String words, byte[] body) {
        return new Answered<>(value, desk.report(words, null, Lines.read(body)));
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        if (desk.suffers(Flaw.TAKES_ANY_TASK)) {
            ask(scene.scene(), context);
        }
        throw new ProviderFailure.InvalidRequest("A teapot writes no checklists");
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        throw new ProviderFailure.InvalidRequest("A teapot mends no prompts");
    }

    @Override
    public String toString() {
        return desk.described("TeapotWriter");
    }
}
