package dev.pentimento.application;

import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Changes the records together with the events that tell of it; who listens hears of them as soon as they are kept. */
final class Journal {
    private final Records records;
    private final EventFeed feed;
    private final Mint mint;

    Journal(Records records, EventFeed feed, Mint mint) {
        this.records = records;
        this.feed = feed;
        this.mint = mint;
    }

    /** One transaction, as far as its events go. */
    final class Entry {
        private final RecordWriter writer;
        private final List<RecordedEvent> noted = new ArrayList<>();

        private Entry(RecordWriter writer) {
            this.writer = writer;
        }

        RecordWriter writer() {
            return writer;
        }

        void note(JobEvent event) {
            noted.add(writer.append(event, mint.now()));
        }

        void note(List<JobEvent> events) {
            events.forEach(this::note);
        }
    }

    <T> T write(Function<Entry, T> work) {
        List<RecordedEvent> noted = new ArrayList<>();
        T result = records.write(writer -> {
            Entry entry = new Entry(writer);
            T made = work.apply(entry);
            noted.addAll(entry.noted);
            return made;
        });
        feed.publish(noted);
        return result;
    }

    Records records() {
        return records;
    }
}
