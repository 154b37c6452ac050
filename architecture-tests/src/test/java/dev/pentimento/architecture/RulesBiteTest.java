package dev.pentimento.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail protects nothing: each one is shown code that breaks it, and code beside it that does not. */
class RulesBiteTest {
    private static final Codebase BROKEN = Codebase.broken();
    private static final Set<String> WAITING = Set.of("Dispatcher", "Vault");
    private static final List<Rule> RULES = HexagonRules.of(BROKEN, WAITING);

    private static final Map<String, List<String>> CULPRITS = Map.ofEntries(
            blames(
                    "1 the domain is plain Java",
                    "domain.Downloading",
                    "domain.Encoding",
                    "domain.Logging",
                    "domain.Signing"),
            blames("2 ports speak only domain", "ports.out.Fetcher"),
            blames("3 the application knows only domain and ports", "application.Borrowing", "application.Shortcut"),
            blames("3 only the call guard knows Resilience4j", "application.CallGuarding", "application.Retrying"),
            blames("4 adapters see only domain, ports and what providers share", "adapters.left.Overreaching"),
            blames("4 bootstrap sees no adapter", "bootstrap.Wiring"),
            blames("4 the app sees no adapter", "app.cli.Direct"),
            blames("4 the testkit sees only domain and ports", "testkit.Peeking"),
            blames("5 adapters do not know each other", "adapters.falgemini.fal.Flatmate", "adapters.left.Neighbourly"),
            blames("5 what providers share knows no provider", "provider.http.Biased", "provider.http.Meddling"),
            blames(
                    "6 no vendor type in a public signature of an adapter",
                    "adapters.left.LeakyFactory",
                    "adapters.left.WireFactory"),
            blames(
                    "7 in adapters only factories are public",
                    "adapters.left.Exposed",
                    "adapters.left.RoomyFactory$Smuggled"),
            blames(
                    "8 handlers are hidden and closed",
                    "application.OpenHandler",
                    "application.OpenStage",
                    "application.PublicHandler"),
            blames(
                    "9 a use case is an interface with one method",
                    "ports.in.Order",
                    "ports.in.Perform",
                    "ports.in.RefineTwice"),
            blames(
                    "10 no name is an empty word",
                    "domain.names.DataJob",
                    "domain.names.JobData",
                    "domain.names.JobHelper",
                    "domain.names.JobImpl",
                    "domain.names.JobInfo",
                    "domain.names.JobManager",
                    "domain.names.JobUtil",
                    "domain.names.JobUtils",
                    "domain.util.Colours"),
            blames(
                    "10 no vendor in the names of ports",
                    "ports.out.FalQueue",
                    "ports.out.OpenAiEditor",
                    "ports.out.Queue"),
            blames("10 no technology in the names of ports", "ports.out.HttpEditor"),
            blames("11 domain state does not change", "domain.Drifting"),
            blames("12 time and chance are handed in to domain", "domain.Gambling", "domain.Guessing"),
            blames("12 time and chance are handed in to ports", "ports.out.Timing"),
            blames("12 time and chance are handed in to application", "application.Hurrying"),
            blames("13 only bootstrap discovers services", "adapters.left.Seeking"),
            blames(
                    "14 only the app and bootstrap touch the environment",
                    "adapters.left.Configuring",
                    "adapters.left.Quitting",
                    "adapters.left.Snooping"),
            blames("15 no package cycles", "domain.chicken.Chicken", "domain.egg.Egg"),
            blames("16 every package is null-marked", "domain.unmarked.Careless"),
            blames("17 every driven port has a contract", "ports.out.Codec", "ports.out.Vault"),
            blames(
                    "17 contracts are abstract and ask for something",
                    "testkit.PromiseContract",
                    "testkit.VaultContract"),
            blames(
                    "17 every adapter runs the contract of its port",
                    "adapters.left.DisabledEngine",
                    "adapters.left.FarEngine",
                    "adapters.left.Improvising$1",
                    "adapters.left.LaxEngine",
                    "adapters.left.UntestedEngine",
                    "adapters.wired.MuteEngine",
                    "bootstrap.FallbackEngine",
                    "testkit.ScriptedEngine"),
            blames("18 every registration loads", "ports.spi.GhostFactory"),
            blames("18 every factory is registered", "adapters.right.ForgottenFactory", "adapters.right.LonelyFactory"),
            blames(
                    "18 every factory has a name of its own",
                    "adapters.left.TwinFactory",
                    "adapters.right.BlankFactory",
                    "adapters.right.NamelessFactory",
                    "adapters.right.OtherTwinFactory"),
            blames(
                    "20 failures are declared in ports.failure or the domain",
                    "adapters.left.VendorException",
                    "application.GaveUpException"),
            blames("20 the failures of the ports are a closed family", "ports.failure.OpenFailure"));

    private static Map.Entry<String, List<String>> blames(String rule, String... culprits) {
        return Map.entry(rule, List.of(culprits));
    }

    @Test
    void everyRuleHasItsProof() {
        assertThat(CULPRITS).containsOnlyKeys(RULES.stream().map(Rule::toString).toList());
    }

    @Test
    void noNumberIsMissing() {
        assertThat(RULES)
                .extracting(Rule::number)
                .contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBlamesExactlyTheCodeThatBreaksIt() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.toString(),
                        () -> assertThat(culprits(rule))
                                .containsExactlyElementsOf(CULPRITS.getOrDefault(rule.toString(), List.of()))));
    }

    /** A class is to blame when there is less to complain about without it. */
    private static Set<String> culprits(Rule rule) {
        int all = rule.violationsIn(BROKEN.code());
        return BROKEN.code().stream()
                .filter(type -> rule.violationsIn(without(type)) < all)
                .map(type -> type.getName().substring(BROKEN.root().length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JavaClasses without(JavaClass type) {
        return BROKEN.code().that(DescribedPredicate.not(DescribedPredicate.equalTo(type)));
    }

    @TestFactory
    Stream<DynamicTest> noRuleRunsOverNothing() {
        JavaClasses nothing = BROKEN.code().that(DescribedPredicate.alwaysFalse());

        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.toString(),
                        () -> assertThatThrownBy(() -> rule.check(nothing)).isInstanceOf(AssertionError.class)));
    }
}
