package dev.pentimento.application;

import dev.pentimento.domain.job.Ticket;
import dev.pentimento.ports.in.CountOpenJobs;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.Providers;
import java.time.Instant;
import java.util.List;

final class CountOpenJobsHandler implements CountOpenJobs {
    private final Records records;
    private final Providers providers;
    private final Mint mint;

    CountOpenJobsHandler(Records records, Providers providers, Mint mint) {
        this.records = records;
        this.providers = providers;
        this.mint = mint;
    }

    @Override
    public Count handle() {
        Instant now = mint.now();
        List<Ticket> open = records.read(reader -> reader.tickets().stream()
                .filter(ticket -> providers.names().contains(ticket.lane()))
                .toList());
        int held = (int) open.stream().filter(ticket -> ticket.isHeld(now)).count();
        return new Count(open.size() - held, held);
    }
}
