package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final UserId ANN = new UserId("ann");

    private Instant now = Instant.EPOCH;
    private final Tickets tickets = new Tickets(() -> now);

    @Test
    void ticketIsItsOwnersAndGoodForOnce() {
        String ticket = tickets.issue(ANN).orElseThrow().ticket();

        assertThat(tickets.redeem(ticket)).contains(ANN);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void ticketThatIsTooOldIsNone() {
        Tickets.Issued issued = tickets.issue(ANN).orElseThrow();

        now = issued.until();

        assertThat(tickets.redeem(issued.ticket())).isEmpty();
    }

    @Test
    void ticketsCannotBeGuessed() {
        String one = tickets.issue(ANN).orElseThrow().ticket();
        String other = tickets.issue(ANN).orElseThrow().ticket();

        assertThat(one).hasSize(43).isNotEqualTo(other);
        assertThat(tickets.redeem("")).isEmpty();
    }

    @Test
    void thereAreOnlySoManyAtATime() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(tickets.issue(ANN)).isPresent();
        }
        assertThat(tickets.issue(ANN)).isEmpty();

        now = now.plusSeconds(30);

        assertThat(tickets.issue(ANN)).as("those that are too old make room").isPresent();
    }
}
