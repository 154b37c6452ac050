package dev.pentimento.adapters.web.metrics;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.out.WorkObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times the calls to providers and adds up what they cost. Names and attributes of a call are those of OpenTelemetry's conventions for generative AI
 * (opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics).
 */
final class CallMeters implements WorkObserver {
    private static final String DURATION = "gen_ai.client.operation.duration";
    private static final String NO_ERROR = "none";

    private final MeterRegistry meters;
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final Map<CallId, Observation> underWay = new ConcurrentHashMap<>();

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new CallTrace());
    }

    @Override
    public void recorded(RecordedEvent event) {
        meters.counter(
                        "pentimento.job.events",
                        "kind",
                        event.event().kind().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public void moved(ProviderCall call) {
        CallStatus status = call.status();
        if (status == CallStatus.SENDING || status == CallStatus.ACCEPTED) {
            underWay.computeIfAbsent(call.id(), id -> begin(call));
        } else if (status != CallStatus.PLANNED) {
            Observation observation = underWay.remove(call.id());
            if (observation != null) {
                end(call, observation);
            }
        }
    }

    private Observation begin(ProviderCall call) {
        return Observation.createNotStarted(DURATION, observations)
                .contextualName("generate_content " + call.provider())
                .lowCardinalityKeyValue("gen_ai.operation.name", "generate_content")
                .lowCardinalityKeyValue("gen_ai.provider.name", call.provider())
                .lowCardinalityKeyValue("gen_ai.request.model", Objects.requireNonNullElse(call.model(), "configured"))
                .lowCardinalityKeyValue("error.type", NO_ERROR)
                .highCardinalityKeyValue("pentimento.job.id", call.job().toString())
                .highCardinalityKeyValue("pentimento.call.id", call.id().toString())
                .start();
    }

    private void end(ProviderCall call, Observation observation) {
        observation.lowCardinalityKeyValue("error.type", error(call.state())).stop();
        Cost cost = call.cost();
        String basis = cost.basis().name().toLowerCase(Locale.ROOT);
        meters.counter(
                        "pentimento.provider.calls",
                        "provider",
                        call.provider(),
                        "outcome",
                        call.status() == CallStatus.DONE
                                ? CallStatus.RESULT_STORED.label()
                                : call.status().label(),
                        "cost_basis",
                        basis)
                .increment();
        cost.microUsd()
                .ifPresent(amount -> meters.counter(
                                "pentimento.provider.cost.micro.usd", "provider", call.provider(), "basis", basis)
                        .increment((double) amount));
    }

    private static String error(CallState state) {
        if (state instanceof CallState.Failed failed) {
            return failed.code().label();
        }
        return state instanceof CallState.OutcomeUnknown ? CallStatus.OUTCOME_UNKNOWN.label() : NO_ERROR;
    }
}
