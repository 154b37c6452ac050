package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A suite that lets a bad adapter pass proves nothing: each flaw is noticed by the test that is there for it. */
class SuitesBiteTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flawIsNoticed(Flaw flaw) {
        assertThat(run(flaw, flaw.noticedBy()).getTestsFailedCount()).isPositive();
    }

    /** The control of the control. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void sameTestPassesWithoutTheFlaw(Flaw flaw) {
        TestExecutionSummary summary = run(Flaw.NONE, flaw.noticedBy());

        assertThat(summary.getTestsFailedCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isPositive();
    }

    private static TestExecutionSummary run(Flaw flaw, String test) {
        FlawedTeapots.suffer(flaw);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(FlawedTeapots.class, method(test)))
                .build();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary();
    }

    private static Method method(String name) {
        return Stream.<Class<?>>iterate(FlawedTeapots.class, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No test is called " + name));
    }
}
