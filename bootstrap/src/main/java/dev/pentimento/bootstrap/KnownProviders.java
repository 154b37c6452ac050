package dev.pentimento.bootstrap;

import static dev.pentimento.bootstrap.Addresses.url;
import static dev.pentimento.bootstrap.Quantities.duration;
import static dev.pentimento.bootstrap.Quantities.number;
import static dev.pentimento.bootstrap.Quantities.wholeNumber;
import static dev.pentimento.bootstrap.Setting.secret;
import static dev.pentimento.bootstrap.Setting.setting;
import static dev.pentimento.bootstrap.Setting.unset;
import static dev.pentimento.bootstrap.SettingType.choice;
import static dev.pentimento.bootstrap.SettingType.text;
import static dev.pentimento.bootstrap.SettingType.yesOrNo;

import dev.pentimento.ports.spi.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The settings of each provider: of the vendors we ship adapters for, and of those that other jars add. */
final class KnownProviders {
    /** Which of our jars holds which provider. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "local", "pentimento-adapters-local",
            "openai", "pentimento-adapters-openai",
            "jigsawstack", "pentimento-adapters-jigsawstack",
            "fal", "pentimento-adapters-fal-gemini",
            "gemini", "pentimento-adapters-fal-gemini");

    static final List<Setting<?>> VENDORS = Stream.of(openai(), jigsawstack(), fal(), gemini(), local())
            .flatMap(List::stream)
            .toList();

    private KnownProviders() {}

    /** What a jar adds: the keys it names, as text, and for a provider that is not ours those that all have. */
    static List<Setting<?>> added(String provider, Collection<String> keys) {
        List<Setting<?>> settings = new ArrayList<>();
        for (String key : new TreeSet<>(keys)) {
            String full = "providers." + provider + "." + key;
            String meaning = "See the documentation of the provider";
            settings.add(
                    key.matches("(.*-)?(key|token|secret|password)")
                            ? secret(full, meaning)
                            : unset(full, text(), meaning));
        }
        if (!ARTIFACTS.containsKey(provider)) {
            settings.addAll(common(provider));
        }
        return settings;
    }

    static boolean isOurs(String provider) {
        return ARTIFACTS.containsKey(provider);
    }

    /** Why a name cannot be used, for people. */
    static String missing(String name, SortedSet<String> present) {
        String known = NamedFactories.listed(present);
        if (ARTIFACTS.containsKey(name)) {
            return "No image provider named '%s' on the class path; add the jar %s. Known: %s"
                    .formatted(name, ARTIFACTS.get(name), known);
        }
        Set<String> candidates = new TreeSet<>(ARTIFACTS.keySet());
        candidates.addAll(present);
        String hint = Suggestion.hint(name, candidates);
        return "No image provider named '%s'%s Known: %s".formatted(name, hint.isEmpty() ? "." : hint, known);
    }

    private static List<Setting<?>> openai() {
        return concat(
                List.of(
                        secret("providers.openai.api-key", "Key of the OpenAI API")
                                .alsoFrom("OPENAI_API_KEY"),
                        setting(
                                        "providers.openai.base-url",
                                        url(),
                                        "https://api.openai.com/v1",
                                        "OpenAI, or a server that speaks its API")
                                .alsoFrom("OPENAI_BASE_URL"),
                        setting(
                                "providers.openai.edit-model",
                                text(),
                                "gpt-image-2.5-sunburst",
                                "Model that edits images"),
                        setting(
                                "providers.openai.generate-model",
                                text(),
                                "gpt-image-2.5-sunburst",
                                "Model that makes images from text"),
                        setting(
                                "providers.openai.quality",
                                choice("auto", "low", "medium", "high", "xhigh", "max"),
                                "high",
                                "Quality asked for; the price follows it, and not every model has each"),
                        setting(
                                "providers.openai.background",
                                choice("auto", "opaque", "transparent"),
                                "auto",
                                "Background asked for"),
                        setting(
                                "providers.openai.output-format",
                                choice("auto", "png", "webp", "jpeg"),
                                "auto",
                                "Format of the images that are sent to us"),
                        setting(
                                "providers.openai.moderation",
                                choice("auto", "low"),
                                "auto",
                                "How strictly OpenAI looks at what is asked"),
                        setting(
                                "providers.openai.input-fidelity",
                                choice("auto", "low", "high"),
                                "auto",
                                "How closely faces and styles are kept by models that can be told"),
                        setting(
                                "providers.openai.partial-images",
                                wholeNumber(0, 3),
                                "0",
                                "Unfinished pictures shown on the way, each billed")),
                common("openai"));
    }

    private static List<Setting<?>> jigsawstack() {
        return concat(
                List.of(
                        secret("providers.jigsawstack.api-key", "Key of the JigsawStack API")
                                .alsoFrom("JIGSAWSTACK_API_KEY"),
                        setting(
                                "providers.jigsawstack.base-url",
                                url(),
                                "https://api.jigsawstack.com",
                                "Address of the JigsawStack API")),
                common("jigsawstack"));
    }

    private static List<Setting<?>> fal() {
        return concat(
                List.of(
                        secret("providers.fal.api-key", "Key of fal").alsoFrom("FAL_KEY", "FAL_AI_API_KEY"),
                        setting("providers.fal.queue-url", url(), "https://queue.fal.run", "Address of the queue"),
                        setting("providers.fal.upload-url", url(), "https://rest.fal.ai", "Address that takes uploads"),
                        setting(
                                "providers.fal.generate-endpoint",
                                text(),
                                "fal-ai/fast-lightning-sdxl",
                                "Endpoint that makes images from text"),
                        setting(
                                "providers.fal.edit-endpoint",
                                text(),
                                "fal-ai/flux/dev/image-to-image",
                                "Endpoint that edits whole images"),
                        setting(
                                "providers.fal.inpaint-endpoint",
                                text(),
                                "fal-ai/fast-lightning-sdxl/inpainting",
                                "Endpoint that edits inside a mask"),
                        setting(
                                "providers.fal.poll-interval",
                                duration("100ms", "60s"),
                                "500ms",
                                "First wait between two looks at the queue")),
                common("fal"));
    }

    private static List<Setting<?>> gemini() {
        return concat(
                List.of(
                        secret("providers.gemini.api-key", "Key of the Gemini API")
                                .alsoFrom("GEMINI_API_KEY", "GOOGLE_API_KEY"),
                        setting(
                                "providers.gemini.base-url",
                                url(),
                                "https://generativelanguage.googleapis.com",
                                "Address of the Gemini API"),
                        setting(
                                "providers.gemini.critic-model",
                                text(),
                                "gemini-3.5-flash-lite",
                                "Model that judges images"),
                        setting(
                                "providers.gemini.image-model",
                                text(),
                                "gemini-3.1-flash-image",
                                "Model that makes and edits images")),
                common("gemini"));
    }

    private static List<Setting<?>> local() {
        return List.of(
                setting("providers.local.seed", wholeNumber(0, 999_999_999), "0", "Seed of a request that names none"));
    }

    /** What the application asks of every provider behind a network. */
    private static List<Setting<?>> common(String provider) {
        String prefix = "providers." + provider + ".";
        return List.of(
                setting(prefix + "concurrency", wholeNumber(1, 256), "4", "Calls under way at the same time"),
                setting(prefix + "requests-per-second", number(0.01, 1000), "5", "Calls begun per second"),
                setting(prefix + "timeout", duration("1s", "60m"), "10m", "Longest wait for one call"),
                setting(
                        prefix + "retry-unknown",
                        choice("never", "once"),
                        "never",
                        "Whether a call whose outcome is unknown is sent again, and perhaps paid twice"),
                setting(
                        prefix + "allow-plain-http",
                        yesOrNo(),
                        "false",
                        "Whether its addresses may be http:// beyond this machine and intake.allow-hosts"));
    }

    private static List<Setting<?>> concat(List<Setting<?>> own, List<Setting<?>> common) {
        return Stream.concat(own.stream(), common.stream()).toList();
    }
}
