package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Simulation TRAINED = new Simulation(1, 0);
    private static final Simulation SIMULATED = new Simulation(0, 1);

    @Test
    void allAreSimulatedWhereNoRunHasAnImageOfATrainedModel() {
        assertThat(SIMULATED.plus(SIMULATED).isAll()).isTrue();
        assertThat(SIMULATED.plus(TRAINED).isAll()).isFalse();
        assertThat(SIMULATED.plus(TRAINED)).isEqualTo(new Simulation(1, 1));
    }

    @Test
    void runsWithoutImagesAreNeither() {
        assertThat(Simulation.of(List.of())).isEqualTo(Simulation.NONE);
        assertThat(SIMULATED.plus(Simulation.NONE).isAll()).isTrue();
        assertThat(Simulation.NONE.isAll()).isFalse();
    }
}
