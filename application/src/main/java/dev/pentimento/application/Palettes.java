package dev.pentimento.application;

import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.Answered;
import java.util.List;
import java.util.Optional;

/**
 * Has palettes proposed for a job that is whole without them: where none come, it goes on with what it has. A writer that costs money is asked once in
 * a round, whatever becomes of the worker that asked.
 */
final class Palettes {
    /** Behind the parts that are images. */
    private static final int PART = 1000;

    private final Casting casting;
    private final Ledger ledger;

    Palettes(Casting casting, Ledger ledger) {
        this.casting = casting;
        this.ledger = ledger;
    }

    /** As many as asked for, or none. */
    List<Palette> propose(RunningJob job, String theme, int count) {
        try {
            Casting.Writer writer = casting.paletteWriter();
            return writer.isFree()
                    ? writer.role()
                            .proposePalettes(theme, count, job.unbilled())
                            .value()
                    : pay(job, writer, theme, count);
        } catch (ProviderFailure.Canceled | StorageFailure e) {
            throw e;
        } catch (PentimentoException e) {
            job.progress(1, "There are no palettes: " + e.getMessage());
            return List.of();
        }
    }

    private List<Palette> pay(RunningJob job, Casting.Writer writer, String theme, int count) {
        job.checkMayAsk();
        refuseToAskAgain(job, writer);
        ProviderCall call = ledger.send(job, ask(writer, theme, count));
        try {
            RunningCall context = new RunningCall(job, call.id(), job.deadline(), RunningCall.Sink.NONE);
            Answered<List<Palette>> answer = writer.role().proposePalettes(theme, count, context);
            ledger.delivered(job, call, new Delivery(List.of(), answer.report()));
            return answer.value();
        } catch (ProviderFailure e) {
            ledger.ended(job, call, Unanswered.end(call, e));
            throw e;
        }
    }

    private void refuseToAskAgain(RunningJob job, Casting.Writer writer) {
        Optional<ProviderCall> last = ledger.last(job.id(), PART)
                .filter(call -> call.round() == job.ticket().round());
        if (last.isPresent()) {
            throw new ProviderFailure.OutcomeUnknown(
                    "%s was asked by an earlier worker and is not paid twice".formatted(writer.name()), null);
        }
    }

    private static Ask ask(Casting.Writer writer, String theme, int count) {
        return new Ask(
                PART,
                writer.name(),
                null,
                RequestHash.of(List.of(writer.name(), theme, Integer.toString(count))),
                writer.role().estimate(),
                0,
                context -> {
                    throw new IllegalStateException("Palettes are no images");
                },
                Optional.empty());
    }
}
