package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Usage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderFactory;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A stand-in for a vendor that is told how to behave, and how this vendor spells that. Made anew for every test.
 *
 * <p>What it is told last holds for every order from then on.
 */
public interface ProviderScript extends AutoCloseable {

    /** Makes the provider under test. */
    ProviderFactory factory();

    /** Where the stand-in listens. */
    URI address();

    /**
     * The settings of the provider.
     *
     * @param vendor where all its requests are to go, which leads to {@link #address()}; without a slash at the end
     * @param key to be presented to the vendor
     */
    Map<String, String> settings(URI vendor, String key);

    /** What the catalogue says of the vendor's models, with a price for everything that it counts. */
    List<ModelFacts> models();

    /** What this vendor cannot show, and why. Reported; the tests of it are aborted and not passed over in silence. */
    default Map<Promise, String> differences() {
        return new EnumMap<>(Promise.class);
    }

    /** The vendor does what it is asked. */
    void deliver(Good good, Account account);

    /** The vendor says no in its own way. {@code words} are for people and stand in its answer, as far as it has words. */
    void complain(Complaint complaint, String words);

    /** The vendor itself fails, and says so in its own way. */
    void breakDown(String words);

    /** What the vendor documents about its own failures: {@link ProviderFailure.Unavailable} if they are not billed. */
    default Class<? extends ProviderFailure> breakdown() {
        return ProviderFailure.OutcomeUnknown.class;
    }

    /** Something between us and the vendor answers orders. */
    void page(int status, Map<String, String> headers, String html);

    /** The vendor answers with success, and with nothing that makes sense. */
    void garble(String nonsense);

    /** The vendor takes orders and says nothing. */
    void fallSilent();

    /** The vendor takes orders, and its answer gets lost. */
    void lose(Lost how);

    /** What the vendor may count in its account; unknown if it counts nothing. */
    default Usage usage() {
        return Usage.UNKNOWN;
    }

    /** All orders so far, in their order. */
    List<Order> orders();

    /** Waits until so many orders have come; fails if they do not within a minute. */
    void awaitOrders(int count);

    @Override
    void close();
}
