package dev.pentimento.testkit.paid;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Orders images and gets them delivered. Never repeats an order. */
final class PaidOrders {
    private static final List<String> ADDRESSES =
            List.of(PaidFields.STATUS_URL, PaidFields.RESULT_URL, PaidFields.CANCEL_URL);

    private static final double HALF_WAY = 0.5;

    private final String provider;
    private final PaidClient client;
    private final PaidFailures failures;

    PaidOrders(String provider, PaidClient client, PaidFailures failures) {
        this.provider = provider;
        this.client = client;
        this.failures = failures;
    }

    /** Waits on the line until the images are there. */
    MadeImages placeAndWait(String path, Map<String, ?> fields, CallContext context) {
        PaidCall call = PaidCall.begin(client, context);
        return delivered(order(path, fields, call));
    }

    /** Gets a receipt first, which can be used to ask for the images later. */
    MadeImages enqueue(String path, Map<String, ?> fields, CallContext context) {
        PaidCall call = PaidCall.begin(client, context);
        RemoteHandle handle = handle(order("/queue" + path, fields, call));
        call.cancelBy(address(handle, PaidFields.CANCEL_URL));
        context.accepted(handle);
        return collected(handle, call);
    }

    MadeImages resume(RemoteHandle handle, CallContext context) {
        PaidCall call = PaidCall.begin(client, context);
        call.cancelBy(address(handle, PaidFields.CANCEL_URL));
        return collected(handle, call);
    }

    private PaidReply order(String path, Map<String, ?> fields, PaidCall call) {
        String key = call.context().idempotencyKey();
        return asked(call, client.order(path, FlatJson.write(fields), key), Asking.FOR_WORK);
    }

    private PaidReply asked(PaidCall call, HttpRequest request, Asking asking) {
        PaidReply reply = call.ask(request, asking);
        if (!reply.isSuccess()) {
            throw failures.of(reply, asking);
        }
        return reply;
    }

    private RemoteHandle handle(PaidReply receipt) {
        String id = receipt.field(PaidFields.REQUEST_ID).orElseThrow(() -> failures.unusable(receipt));
        Map<String, String> addresses = new TreeMap<>(receipt.fields());
        addresses.keySet().retainAll(ADDRESSES);
        if (addresses.size() < ADDRESSES.size()) {
            throw failures.unusable(receipt);
        }
        return new RemoteHandle(id, addresses);
    }

    private MadeImages collected(RemoteHandle handle, PaidCall call) {
        String seen = "";
        Map<String, String> status = status(handle, seen, call);
        while (!PaidFields.COMPLETED.equals(status.get(PaidFields.STATUS))) {
            passOn(status, call);
            seen = status.getOrDefault(PaidFields.SEEN, "");
            status = status(handle, seen, call);
        }
        return delivered(asked(call, client.question(address(handle, PaidFields.RESULT_URL)), Asking.FOR_RESULT));
    }

    /** The server answers when there is something new, so nobody sleeps here. */
    private Map<String, String> status(RemoteHandle handle, String seen, PaidCall call) {
        String address = address(handle, PaidFields.STATUS_URL) + "?" + PaidFields.SEEN + "=" + seen;
        PaidReply reply = asked(call, client.question(address), Asking.FOR_RESULT);
        if (reply.field(PaidFields.STATUS).isEmpty()) {
            throw Asking.FOR_RESULT.unclear("Provider '%s' answered without a status".formatted(provider), null);
        }
        return reply.fields();
    }

    private void passOn(Map<String, String> status, PaidCall call) {
        String word = status.getOrDefault(PaidFields.STATUS, "");
        if (word.equals(PaidFields.CANCELED)) {
            throw new ProviderFailure.Canceled("Provider '%s' called the request off".formatted(provider));
        }
        call.context().progress(word.equals(PaidFields.RUNNING) ? HALF_WAY : 0, word);
        Optional.ofNullable(status.get(PaidFields.PARTIAL_URL)).ifPresent(address -> passOnPicture(address, call));
    }

    private void passOnPicture(String address, PaidCall call) {
        try {
            PaidReply picture = asked(call, client.question(address), Asking.FOR_RESULT);
            EncodedImage.sniff(picture.body()).ifPresent(call.context()::partialImage);
        } catch (ProviderFailure.Unavailable unseen) {
            call.context().progress(HALF_WAY, "A partial image got lost");
        }
    }

    private MadeImages delivered(PaidReply reply) {
        List<EncodedImage> images = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> reply.field(PaidFields.IMAGE + i))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .flatMap(text -> image(text).stream())
                .toList();
        if (images.isEmpty()) {
            throw failures.unusable(reply);
        }
        return new MadeImages(images, report(reply));
    }

    private static Optional<EncodedImage> image(String base64) {
        try {
            return EncodedImage.sniff(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private ProviderReport report(PaidReply reply) {
        String model = reply.field(PaidFields.MODEL).orElse("unknown");
        String promptSent = reply.field(PaidFields.PROMPT).orElse("");
        return new ProviderReport(provider, model, promptSent, List.of(), reply.cost(), false);
    }

    private static String address(RemoteHandle handle, String which) {
        String address = handle.details().get(which);
        if (address == null) {
            throw new IllegalArgumentException("%s has no %s".formatted(handle, which));
        }
        return address;
    }
}
