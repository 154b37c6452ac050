package dev.pentimento.testkit.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Stops tests of declared differences, visibly, and writes down what was found.
 *
 * <p>With the configuration parameter (or system property) {@value #FOLDER}, which names a folder, each test adds a line to a file there: provider,
 * suite, promise, {@code proven}, {@code declared} or {@code failed}, and the reason, separated by tabs.
 */
final class Findings implements InvocationInterceptor, TestWatcher {
    static final String FOLDER = "pentimento.wire.report";

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    private static void proceed(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        Optional<String> difference =
                promise(context).flatMap(promise -> contract(context).difference(promise));
        if (difference.isPresent()) {
            invocation.skip();
            stop(difference.get());
        }
        invocation.proceed();
    }

    /** Ends a test of what the provider declares not to do. */
    static void stop(String why) {
        Assumptions.abort("Declared difference: " + why);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        write(context, "proven", "");
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        write(context, "declared", reason(cause));
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        write(context, "failed", reason(cause));
    }

    private static void write(ExtensionContext context, String outcome, String reason) {
        Optional<String> folder = context.getConfigurationParameter(FOLDER);
        Optional<Promise> promise = promise(context);
        if (folder.isPresent() && promise.isPresent()) {
            WireContract contract = contract(context);
            String line = String.join(
                    "\t",
                    contract.providerName(),
                    contract.suite(),
                    promise.get().name(),
                    outcome,
                    oneLine(reason));
            append(Path.of(folder.get(), contract.getClass().getName() + ".tsv"), line + "\n");
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static void append(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Promise> promise(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(Proves.class)))
                .map(Proves::value);
    }

    private static WireContract contract(ExtensionContext context) {
        return (WireContract) context.getRequiredTestInstance();
    }
}
