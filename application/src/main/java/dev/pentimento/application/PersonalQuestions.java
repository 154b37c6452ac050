package dev.pentimento.application;

import dev.pentimento.application.PersonalQuestion.Memory;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work.AskQuestion;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.spi.Providers;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people ask critics and writers. */
final class PersonalQuestions {
    private final Providers providers;

    PersonalQuestions(Providers providers) {
        this.providers = providers;
    }

    /** Where a run has asked for the same scene, its checklist is known. */
    PersonalQuestion<Checklist> checklist(Casting.Writer writer, Scene scene) {
        RequestHash request = Judging.checklistRequest(writer.name(), scene);
        return new PersonalQuestion<>(
                new AskQuestion(Topic.CHECKLIST, scene.text(), null),
                writer.name(),
                writer.role().estimate(),
                request,
                context -> writer.role().checklist(scene, context),
                new KnownChecklist(request));
    }

    PersonalQuestion<Evaluation> evaluation(Casting.Critic critic, ImageCritic.Request asked) {
        return new PersonalQuestion<>(
                new AskQuestion(Topic.EVALUATION, asked.brief(), asked.image().digest()),
                critic.name(),
                critic.role().estimate(),
                request(
                        Topic.EVALUATION,
                        critic.name(),
                        asked.image().digest().hex(),
                        asked.brief(),
                        asked.checklist().toString()),
                context -> critic.role().evaluate(asked, context),
                new KnownReply<>(Reply.Judged.class, Reply.Judged::new, Reply.Judged::evaluation));
    }

    PersonalQuestion<RefinedPrompt> refinement(Casting.Writer writer, Shortfall shortfall) {
        return new PersonalQuestion<>(
                new AskQuestion(Topic.REFINEMENT, shortfall.prompt(), null),
                writer.name(),
                writer.role().estimate(),
                request(Topic.REFINEMENT, writer.name(), shortfall.toString()),
                context -> writer.role().refine(shortfall, context),
                new KnownReply<>(Reply.Mended.class, Reply.Mended::new, Reply.Mended::prompt));
    }

    PersonalQuestion<String> prompt(Casting.Writer writer, Scene scene) {
        return new PersonalQuestion<>(
                new AskQuestion(Topic.PROMPT, scene.text(), null),
                writer.name(),
                writer.role().estimate(),
                request(Topic.PROMPT, writer.name(), scene.title(), scene.scene(), scene.mood(), scene.prompt()),
                context -> writer.role().write(scene, context),
                new KnownReply<>(Reply.Written.class, Reply.Written::new, Reply.Written::prompt));
    }

    /** Other models of the same provider may say something else. */
    private RequestHash request(Topic topic, String provider, String... parts) {
        String models = new TreeSet<>(providers.configuredModels(provider)).toString();
        return RequestHash.of(Stream.concat(Stream.of(topic.label(), provider, models), Stream.of(parts))
                .toList());
    }

    private record KnownChecklist(RequestHash request) implements Memory<Checklist> {
        @Override
        public Optional<Checklist> recall(RecordReader reader, Optional<CallId> call) {
            return reader.checklist(request);
        }

        @Override
        public void keep(RecordWriter writer, CallId call, Checklist answer) {
            writer.keepChecklist(request, answer);
        }
    }

    private record KnownReply<T, R extends Reply>(Class<R> kind, Function<T, R> wrap, Function<R, T> unwrap)
            implements Memory<T> {
        @Override
        public Optional<T> recall(RecordReader reader, Optional<CallId> call) {
            return call.flatMap(reader::reply)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .map(unwrap);
        }

        @Override
        public void keep(RecordWriter writer, CallId call, T answer) {
            writer.keep(call, wrap.apply(answer));
        }
    }
}
