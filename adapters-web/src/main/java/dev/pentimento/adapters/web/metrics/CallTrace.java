package dev.pentimento.adapters.web.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each call that has ended, for whoever collects traces from logs; attributes hold no prompt and no key. */
final class CallTrace implements ObservationHandler<Observation.Context> {
    private static final Logger LOG = LoggerFactory.getLogger("pentimento.trace");

    @Override
    public void onStop(Observation.Context context) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {}", context.getContextualName(), attributes(context));
        }
    }

    private static String attributes(Observation.Context context) {
        return Stream.concat(
                        context.getLowCardinalityKeyValues().stream(), context.getHighCardinalityKeyValues().stream())
                .map(CallTrace::attribute)
                .collect(Collectors.joining(" "));
    }

    private static String attribute(KeyValue attribute) {
        return attribute.getKey() + "=" + attribute.getValue();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }
}
