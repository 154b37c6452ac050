package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.ports.spi.ImageVaultFactory;
import dev.pentimento.ports.spi.RecordsFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    @Test
    void bothAreFoundByName() {
        assertThat(ServiceLoader.load(RecordsFactory.class))
                .extracting(RecordsFactory::name)
                .containsExactly("sqlite");
        assertThat(ServiceLoader.load(ImageVaultFactory.class))
                .extracting(ImageVaultFactory::name)
                .containsExactly("files");
    }
}
