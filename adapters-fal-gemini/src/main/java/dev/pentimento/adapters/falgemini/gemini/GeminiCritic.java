package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.types.Part;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import java.util.List;

/** Judges pictures by looking at them. */
final class GeminiCritic implements ImageCritic {
    private final Clerk clerk;

    GeminiCritic(Clerk clerk) {
        this.clerk = clerk;
    }

    @Override
    public Answered<Evaluation> evaluate(Request request, CallContext context) {
        Question question = Question.of(
                Form.EVALUATION,
                clerk.model(request.model()),
                List.of(Question.part(request.image())),
                Json.write(new Judged(
                        request.brief(), AskedCheck.of(request.checklist().checks()))));
        return clerk.ask(
                question, text -> Json.read(text, EvaluationAnswer.class).of(request.checklist()), context);
    }

    @Override
    public Answered<Preference> compare(Comparison comparison, CallContext context) {
        Question question = Question.of(
                Form.PREFERENCE,
                clerk.model(comparison.model()),
                List.of(
                        Part.fromText("The first picture:"),
                        Question.part(comparison.first()),
                        Part.fromText("The second picture:"),
                        Question.part(comparison.second())),
                Json.write(new Compared(comparison.brief())));
        return clerk.ask(
                question, text -> Json.read(text, PreferenceAnswer.class).preference(), context);
    }

    @Override
    public Cost estimate() {
        return clerk.estimateWithPicture();
    }

    private record Judged(String brief, List<AskedCheck> checks) {}

    private record Compared(String brief) {}
}
