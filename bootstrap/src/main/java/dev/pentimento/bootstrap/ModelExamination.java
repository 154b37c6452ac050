package dev.pentimento.bootstrap;

import dev.pentimento.bootstrap.Doctor.Finding;
import dev.pentimento.ports.spi.ModelFacts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the models that the settings name are there, for how long, and from where their prices are known. */
final class ModelExamination {
    private final Settings settings;
    private final LocalDate today;

    ModelExamination(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Of the models that a provider needs for its roles; of one that lets nobody choose, all. */
    List<Finding> findings(String provider) {
        Map<String, String> configured = settings.configuredModels(provider);
        List<Finding> findings = new ArrayList<>();
        if (configured.isEmpty()) {
            settings.models(provider).forEach(model -> findings.addAll(examine("provider " + provider, model)));
        }
        Set<String> roles = AdapterNames.roles(settings, provider);
        configured.forEach((key, model) -> findings.addAll(examine(key, model, find(provider, model), roles)));
        return findings;
    }

    private Optional<ModelFacts> find(String provider, String model) {
        return settings.models(provider).stream()
                .filter(known -> known.id().equals(model))
                .findFirst();
    }

    private List<Finding> examine(String key, String model, Optional<ModelFacts> facts, Set<String> roles) {
        String subject = "model " + model;
        if (facts.isEmpty()) {
            return List.of(Finding.warning(
                    subject,
                    "is not in the model catalogue, so what it costs is unknown",
                    "Check %s, or describe the model in the file that 'prices' names".formatted(key)));
        }
        boolean needed = !Collections.disjoint(facts.get().uses(), roles);
        return needed ? examine(subject, facts.get()) : List.of();
    }

    private List<Finding> examine(String subject, ModelFacts model) {
        List<Finding> findings = new ArrayList<>();
        String prices = model.prices().microUsd().isEmpty() ? "no price is known" : "prices are known";
        findings.add(Finding.ok(subject, "%s; read on %s from %s".formatted(prices, model.checked(), model.source())));
        model.warnings(today).forEach(warning -> findings.add(finding(subject, model, warning)));
        return findings;
    }

    private Finding finding(String subject, ModelFacts model, String warning) {
        return model.isGone(today) ? Finding.problem(subject, warning, "") : Finding.warning(subject, warning, "");
    }
}
