package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import dev.pentimento.ports.failure.PentimentoException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One fetch, from the first server to the one that has the file. Every stop is checked like the first. */
final class Journey {
    static final int MAX_REDIRECTS = 5;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Guard guard;
    private final HttpUrl start;
    private HttpUrl place;
    private int redirects;
    private boolean abandoned;
    private @Nullable Call underWay;

    /** What keeps journeys safe; shared by all of them. */
    record Guard(Set<Rule> rules, UrlCheck urls, AddressCheck addresses, Client client, Body body) {}

    Journey(Guard guard, URI url) {
        this.guard = guard;
        this.start = guard.urls().admit(url);
        this.place = start;
    }

    /** May take forever: whoever waits abandons the journey in time. */
    ImageFile file() {
        try {
            Optional<ImageFile> file = visit();
            while (file.isEmpty()) {
                file = visit();
            }
            return file.get();
        } catch (FetchFailure e) {
            throw redirects == 0 ? e : redirected(e);
        }
    }

    /** Breaks off whatever is under way; may be called by another thread. */
    synchronized void abandon() {
        abandoned = true;
        if (underWay != null) {
            underWay.cancel();
        }
    }

    String destination() {
        return UrlCheck.shown(start);
    }

    /** The file, if it is here. */
    private Optional<ImageFile> visit() {
        try (Response answer = begin(guard.client().get(place, guard.addresses().addresses(place)))
                .execute()) {
            if (REDIRECTS.contains(answer.code())) {
                moveOn(answer);
                return Optional.empty();
            }
            return Optional.of(new ImageFile(FileNames.of(start), guard.body().read(answer, UrlCheck.shown(place))));
        } catch (PentimentoException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Trouble.translated(e, UrlCheck.shown(place));
        }
    }

    private synchronized Call begin(Call call) {
        underWay = call;
        if (abandoned) {
            call.cancel();
        }
        return call;
    }

    private void moveOn(Response answer) {
        String location = answer.header("Location");
        if (location == null) {
            throw new FetchFailure(
                    Reason.BROKEN_ANSWER,
                    "%s redirects without saying where to; check the URL".formatted(UrlCheck.shown(place)));
        }
        redirects++;
        place = guard.urls().follow(place, location);
        if (redirects > MAX_REDIRECTS && guard.rules().contains(Rule.FEW_REDIRECTS)) {
            throw new FetchFailure(
                    Reason.TOO_MANY_REDIRECTS,
                    "%s is not fetched: more than %d redirects led there; give the URL that they end at"
                            .formatted(UrlCheck.shown(place), MAX_REDIRECTS));
        }
    }

    private FetchFailure redirected(FetchFailure failure) {
        return new FetchFailure(
                failure.reason(), "%s redirects; %s".formatted(destination(), failure.getMessage()), failure);
    }
}
