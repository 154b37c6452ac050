package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.RemoteHandle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the state of a provider call is stored; its type is the label of the status, by which the database guards it. */
final class StoredCall {
    private StoredCall() {}

    static Document write(CallState state) {
        Document document = Document.ofType(state.status().label());
        if (state instanceof CallState.Accepted accepted) {
            return document.with("handle", write(accepted.handle()));
        }
        if (state instanceof CallState.ResultStored stored) {
            return document.with("delivery", write(stored.delivery()));
        }
        if (state instanceof CallState.Done done) {
            return document.with("delivery", write(done.delivery()));
        }
        if (state instanceof CallState.Failed failed) {
            return document.with("code", failed.code().label())
                    .with("message", failed.message())
                    .with("billing", failed.billing().label())
                    .with("cost", StoredCost.write(failed.cost()));
        }
        return state instanceof CallState.OutcomeUnknown unknown
                ? document.with("message", unknown.message())
                : document;
    }

    static CallState read(Document state) {
        return switch (state.type()) {
            case "planned" -> new CallState.Planned();
            case "sending" -> new CallState.Sending();
            case "accepted" -> new CallState.Accepted(handle(state.document("handle")));
            case "result_stored" -> new CallState.ResultStored(delivery(state.document("delivery")));
            case "done" -> new CallState.Done(delivery(state.document("delivery")));
            case "failed" ->
                new CallState.Failed(
                        StoredState.code(state.text("code")),
                        state.text("message"),
                        billing(state.text("billing")),
                        StoredCost.read(state.document("cost")));
            case "outcome_unknown" -> new CallState.OutcomeUnknown(state.text("message"));
            default -> throw state.unknown("state of a provider call");
        };
    }

    private static Document write(RemoteHandle handle) {
        Document details = new Document(new LinkedHashMap<>(new TreeMap<>(handle.details())));
        return Document.empty().with("request_id", handle.requestId()).with("details", details);
    }

    private static RemoteHandle handle(Document handle) {
        Document details = handle.document("details");
        Map<String, String> texts = new LinkedHashMap<>();
        details.fields().keySet().forEach(name -> texts.put(name, details.text(name)));
        return new RemoteHandle(handle.text("request_id"), texts);
    }

    private static Document write(Delivery delivery) {
        List<String> images = delivery.images().stream().map(ImageDigest::hex).toList();
        return Document.empty().with("images", images).with("report", StoredReport.write(delivery.report()));
    }

    private static Delivery delivery(Document delivery) {
        return new Delivery(delivery.texts("images", ImageDigest::new), StoredReport.read(delivery.document("report")));
    }

    private static Billing billing(String label) {
        return Arrays.stream(Billing.values())
                .filter(billing -> billing.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown billing '%s'".formatted(label)));
    }
}
