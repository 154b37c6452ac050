package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A suite that lets a bad adapter pass proves nothing: each flaw is noticed by the test that is there for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BitingSuites {
    /** Each a suite, a flaw, and the test of the suite that notices it. */
    abstract Stream<Arguments> controls();

    @ParameterizedTest
    @MethodSource("controls")
    void flawIsNoticed(Class<? extends WireContract> suite, Flaw flaw, String test) {
        assertThat(run(suite, flaw, test).getTestsFailedCount()).isPositive();
    }

    Stream<Arguments> noticingTests() {
        return controls()
                .map(control -> List.of(control.get()[0], control.get()[2]))
                .distinct()
                .map(test -> arguments(test.toArray()));
    }

    /** The control of the control. */
    @ParameterizedTest
    @MethodSource("noticingTests")
    void sameTestPassesWithoutTheFlaw(Class<? extends WireContract> suite, String test) {
        TestExecutionSummary summary = run(suite, Flaw.NONE, test);

        assertThat(summary.getTestsFailedCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isPositive();
    }

    private static TestExecutionSummary run(Class<? extends WireContract> suite, Flaw flaw, String test) {
        FlawedTeapots.suffer(flaw);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(suite, method(suite, test)))
                .build();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary();
    }

    private static Method method(Class<?> suite, String name) {
        return Stream.<Class<?>>iterate(suite, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No test is called " + name));
    }
}
