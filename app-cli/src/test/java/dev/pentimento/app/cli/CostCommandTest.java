package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.ports.in.SumCosts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was spent. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CostCommandTest extends JobScene {

    @Test
    void costsAreSummedByConceptProviderAndDay() throws IOException {
        home.bench.brief = new Brief("a fox", "", "");
        SumCosts.Total total = new SumCosts.Total(5, 80_000, 40_000, 2, 45_000);
        home.bench.costs = new SumCosts.Summary(
                total,
                List.of(new SumCosts.OfConcept(home.bench.concept(), total)),
                List.of(
                        new SumCosts.OfProvider("dear", new SumCosts.Total(1, 0, 0, 1, 0)),
                        new SumCosts.OfProvider("paid", new SumCosts.Total(4, 80_000, 40_000, 1, 45_000))),
                List.of(new SumCosts.OfDay(LocalDate.of(2026, 11, 20), total)));

        assertThat(here().onTerminal().run("cost").out()).isEqualTo("""
                                           calls  reported  estimated  unknown
                          total                5     $0.08      $0.04  2 calls, perhaps $0.045 more
                        by concept
                          00000000  a fox      5     $0.08      $0.04  2 calls, perhaps $0.045 more
                        by provider
                          dear                 1     $0.00      $0.00  1 call
                          paid                 4     $0.08      $0.04  1 call, perhaps $0.045 more
                        by day (UTC)
                          2026-11-20           5     $0.08      $0.04  2 calls, perhaps $0.045 more
                        """);
        JsonNode costs = json("cost");
        assertThat(costs.get("total"))
                .isEqualTo(
                        tree(
                                "{\"calls\": 5, \"reported_micro_usd\": 80000, \"estimated_micro_usd\": 40000, \"unknown_calls\": 2, \"possible_micro_usd\": 45000}"));
        assertThat(costs.at("/concepts/0/prompt").asText()).isEqualTo("a fox");
        assertThat(costs.at("/providers/1/cost/calls").asInt()).isEqualTo(4);
        assertThat(costs.at("/days/0/day").asText()).isEqualTo("2026-11-20");
    }

    @Test
    void whereNothingWasAskedForNothingWasSpent() throws IOException {
        assertThat(here().onTerminal().run("cost").out()).isEqualTo("No provider was asked for anything yet\n");
        assertThat(json("cost").at("/total/calls").asInt()).isZero();
    }
}
