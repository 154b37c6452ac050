package dev.pentimento.bootstrap;

import java.net.URI;
import java.nio.file.Files;

/** Settings that are fine alone and impossible together, or with this machine. */
final class Combinations {
    private final Settings settings;
    private final Problems problems;

    private Combinations(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    static void check(Settings settings, Problems problems) {
        Combinations combinations = new Combinations(settings, problems);
        combinations.checkServer();
        combinations.checkPrices();
        combinations.checkStages();
        settings.known().all().forEach(combinations::checkPlainHttp);
    }

    private void checkServer() {
        String host = settings.value(KnownSettings.SERVER_HOST);
        if (settings.value(KnownSettings.AUTH_MODE).equals("none") && !Addresses.isLoopback(host)) {
            add(
                    KnownSettings.SERVER_HOST,
                    "is '%s', which others can reach, but server.auth.mode is none; set it to jwt or api-key"
                            .formatted(host));
        }
    }

    private void checkPrices() {
        settings.pricesFile().ifPresent(file -> {
            if (Files.isReadable(file.path())) {
                CatalogueReader.with(file, problems);
            } else {
                add(KnownSettings.PRICES, "must be a readable file but was '%s'".formatted(file.path()));
            }
        });
    }

    private void checkStages() {
        Stages.problems(settings.value(KnownSettings.REFINEMENT_STAGES))
                .forEach(problem -> add(KnownSettings.REFINEMENT_STAGES, problem));
    }

    /** Keys and pictures do not travel in the clear, except within this machine or where the user says so. */
    private void checkPlainHttp(Setting<?> setting) {
        String key = setting.key();
        if (!key.startsWith("providers.") || !key.endsWith("-url")) {
            return;
        }
        settings.text(setting)
                .map(URI::create)
                .filter(url -> "http".equals(url.getScheme()) && !mayBePlain(key, url))
                .ifPresent(url -> add(
                        setting,
                        "must begin with https:// but was '%s'; list %s in intake.allow-hosts, or set %s: true"
                                .formatted(url, Addresses.hostAndPort(url), plainHttpKey(key))));
    }

    private boolean mayBePlain(String key, URI url) {
        return Addresses.isLoopback(url.getHost())
                || settings.value(KnownSettings.ALLOW_HOSTS).contains(Addresses.hostAndPort(url))
                || settings.known()
                        .find(plainHttpKey(key))
                        .flatMap(settings::text)
                        .filter("true"::equals)
                        .isPresent();
    }

    private static String plainHttpKey(String key) {
        return key.substring(0, key.lastIndexOf('.')) + ".allow-plain-http";
    }

    private void add(Setting<?> setting, String problem) {
        problems.add(settings.origin(setting), setting.key() + " " + problem);
    }
}
