package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.model.image.ImageModel;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MadeImages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model once, on a thread of its own: a model cannot be told to stop, so whoever calls off waits no longer and interrupts it, and what it
 * still delivers is lost.
 */
final class Asking implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final String provider;
    private final ImageModel model;
    private final ImageSource results;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "pentimento-image-model");
        thread.setDaemon(true);
        return thread;
    });

    Asking(String provider, ImageModel model, ImageSource results) {
        this.provider = provider;
        this.model = model;
        this.results = results;
    }

    /** @param price of all images together */
    MadeImages ask(
            Function<ImageModel, List<Image>> question,
            CallContext context,
            String prompt,
            Declaration as,
            Cost price) {
        context.checkCanceled();
        List<EncodedImage> images = readable(answer(question, context), context);
        return new MadeImages(images, new ProviderReport(provider, as.model(), prompt, List.of(), price, true));
    }

    /** One of several that is of no use is lost alone. */
    private List<EncodedImage> readable(List<Image> answer, CallContext context) {
        List<EncodedImage> images = new ArrayList<>();
        ProviderFailure failure = unusable("no image", new byte[0], null);
        for (Image image : answer) {
            try {
                images.add(read(image, context));
            } catch (ProviderFailure.Unintelligible e) {
                failure = e;
            }
        }
        if (images.isEmpty()) {
            throw failure;
        }
        return images;
    }

    private List<Image> answer(Function<ImageModel, List<Image>> question, CallContext context) {
        Duration left = timeLeft(context);
        if (left.isNegative() || left.isZero()) {
            throw new ProviderFailure.NotSent(
                    "Provider '%s' was not asked: the call had no time left".formatted(provider), null);
        }
        CompletableFuture<List<Image>> answer = new CompletableFuture<>();
        Future<?> work = threads.submit(() -> complete(answer, question));
        context.onCancel(() -> answer.cancel(true));
        try {
            return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (CancellationException e) {
            throw new ProviderFailure.Canceled("The call was cancelled");
        } catch (TimeoutException e) {
            throw new ProviderFailure.OutcomeUnknown(
                    "Provider '%s' had no answer within the time limit".formatted(provider), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure.OutcomeUnknown(
                    "The call to provider '%s' was interrupted".formatted(provider), e);
        } catch (ExecutionException e) {
            throw ModelFailures.translate(provider, e.getCause() == null ? e : e.getCause());
        } finally {
            work.cancel(true);
        }
    }

    private void complete(CompletableFuture<List<Image>> answer, Function<ImageModel, List<Image>> question) {
        try {
            answer.complete(question.apply(model));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    /** {@link Instant#MAX} is too far away to count the nanoseconds. */
    private static Duration timeLeft(CallContext context) {
        Instant now = Instant.now();
        return context.deadline().isAfter(now.plus(LONGEST_WAIT))
                ? LONGEST_WAIT
                : Duration.between(now, context.deadline());
    }

    private EncodedImage read(Image image, CallContext context) {
        byte[] bytes = bytes(image, context);
        return EncodedImage.sniff(bytes)
                .orElseThrow(() -> unusable("%d bytes that are no image".formatted(bytes.length), bytes, null));
    }

    private byte[] bytes(Image image, CallContext context) {
        try {
            return ImageBytes.of(image).orElseGet(() -> fetched(image, context));
        } catch (IllegalArgumentException e) {
            throw unusable("an image that is no Base64", new byte[0], e);
        }
    }

    private byte[] fetched(Image image, CallContext context) {
        if (image.url() == null) {
            throw unusable("an image without bytes and without a URL", new byte[0], null);
        }
        try {
            return results.fetch(image.url(), context).bytes();
        } catch (FetchFailure e) {
            throw unusable("a URL that gives no image: " + e.getMessage(), text(image.url()), e);
        }
    }

    private static byte[] text(URI url) {
        return url.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param evidence of the answer, what there is */
    private ProviderFailure.Unintelligible unusable(String what, byte[] evidence, @Nullable Exception cause) {
        return new ProviderFailure.Unintelligible(
                "Provider '%s' answered with %s".formatted(provider, what), evidence, Cost.unknown(), cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
