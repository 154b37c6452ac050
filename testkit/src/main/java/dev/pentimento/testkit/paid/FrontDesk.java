package dev.pentimento.testkit.paid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** Takes requests, has the work done, and sees to the bill. */
final class FrontDesk {
    private static final String REQUESTS = "/queue/requests/";
    private static final byte[] NOTHING = new byte[0];

    private final String url;
    private final long price;
    private final Scripts scripts;
    private final Executor painters;
    private final CountDownLatch closing;
    private final BillingLedger billing = new BillingLedger();
    private final Map<String, QueuedWork> queue = new ConcurrentHashMap<>();
    private final Scripts statusScripts = new Scripts(Answer.image());
    private final Scripts resultScripts = new Scripts(Answer.image());

    FrontDesk(String url, long price, Scripts scripts, Executor painters, CountDownLatch closing) {
        this.url = url;
        this.price = price;
        this.scripts = scripts;
        this.painters = painters;
        this.closing = closing;
    }

    BillingLedger billing() {
        return billing;
    }

    void nextStatus(Answer... answers) {
        statusScripts.add(answers);
    }

    void nextResult(Answer... answers) {
        resultScripts.add(answers);
    }

    void serve(WireRequest request, Visit visit) throws IOException, InterruptedException {
        switch (request.target()) {
            case "POST /edits", "POST /images" -> paint(request, visit);
            case "POST /queue/edits", "POST /queue/images" -> enqueue(request, visit);
            case "GET /billing" -> visit.ok(billing.lines().getBytes(StandardCharsets.UTF_8));
            default -> serveQueued(request, visit);
        }
    }

    private void paint(WireRequest request, Visit visit) throws IOException, InterruptedException {
        Commission commission = commission(request);
        Answer answer = scripts.take(commission.prompt());
        int number = billing.add(request.path(), commission.key(), commission.prompt());
        answer.awaitWork(closing);
        byte[] delivery = delivery(commission, number, answer);
        bill(number, commission, answer);
        answer.end(visit, delivery);
    }

    private void enqueue(WireRequest request, Visit visit) throws IOException {
        Commission commission = commission(request);
        Answer answer = scripts.take(commission.prompt());
        int number = billing.add(request.path(), commission.key(), commission.prompt());
        String id = Integer.toString(number);
        QueuedWork work = new QueuedWork(url + REQUESTS + id, commission, answer);
        if (answer.isDelivery()) {
            queue.put(id, work);
            painters.execute(() -> carryOut(work, number));
        } else {
            bill(number, commission, answer);
        }
        answer.end(visit, work.receipt(id));
    }

    private void carryOut(QueuedWork work, int number) {
        try {
            work.start();
            work.answer().awaitWork(closing);
            work.complete(() -> bill(number, work.commission(), work.answer()));
        } catch (InterruptedException serverCloses) {
            Thread.currentThread().interrupt();
        }
    }

    private static Commission commission(WireRequest request) {
        String key = request.header("idempotency-key");
        return new Commission(key, FlatJson.read(request.body()).orElse(Map.of()));
    }

    /** Painting takes a while, so what nobody will see is not painted. */
    private byte[] delivery(Commission commission, int number, Answer answer) {
        boolean shown = answer.isBilled() || answer.isDelivery();
        return shown ? commission.delivery(Integer.toString(number), amount(commission, answer)) : NOTHING;
    }

    private void bill(int number, Commission commission, Answer answer) {
        if (answer.isBilled()) {
            billing.bill(number, amount(commission, answer));
        }
    }

    private long amount(Commission commission, Answer answer) {
        return answer.isBilled() ? price * commission.images() : 0;
    }

    private void serveQueued(WireRequest request, Visit visit) throws IOException, InterruptedException {
        String path = request.path();
        String[] parts =
                path.startsWith(REQUESTS) ? path.substring(REQUESTS.length()).split("/", 2) : new String[] {""};
        Optional<QueuedWork> work = Optional.ofNullable(queue.get(parts[0]));
        if (work.isEmpty()) {
            Answer.status(404, "unknown_request").end(visit, NOTHING);
            return;
        }
        switch (parts.length > 1 ? parts[1] : "") {
            case "status" -> tellStatus(work.get(), request, visit);
            case "cancel" -> cancel(work.get(), parts[0], visit);
            case "partial" -> visit.ok(work.get().commission().partialImage());
            default -> deliver(work.get(), parts[0], visit);
        }
    }

    private void tellStatus(QueuedWork work, WireRequest request, Visit visit)
            throws IOException, InterruptedException {
        String seen = request.query().replace(PaidFields.SEEN + "=", "");
        byte[] status = work.statusAfter(seen.isEmpty() ? -1 : Integer.parseInt(seen));
        statusScripts.take("").end(visit, status);
    }

    private void cancel(QueuedWork work, String id, Visit visit) throws IOException {
        work.cancel();
        billing.callOff(Integer.parseInt(id));
        visit.ok(work.status());
    }

    private void deliver(QueuedWork work, String id, Visit visit) throws IOException {
        if (!work.isCompleted()) {
            Answer.status(400, "not_completed").end(visit, NOTHING);
            return;
        }
        byte[] delivery = work.commission().delivery(id, amount(work.commission(), work.answer()));
        resultScripts.take("").end(visit, delivery);
    }
}
