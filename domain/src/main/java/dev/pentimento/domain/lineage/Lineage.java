package dev.pentimento.domain.lineage;

import dev.pentimento.domain.identity.VersionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of a concept's versions, in creation order. Parents come before their children, so there is no cycle.
 *
 * <p>Building it and asking for all labels takes time linear in the number of versions and edges, whatever the depth.
 */
public final class Lineage {
    private final Map<VersionId, Version> versions = new LinkedHashMap<>();
    private final Map<VersionId, List<VersionId>> children = new LinkedHashMap<>();
    private final Map<VersionId, Name> names;

    private Lineage(Collection<Version> inCreationOrder) {
        inCreationOrder.forEach(this::add);
        this.names = Naming.of(versions.values());
    }

    /**
     * Checks the order and gives every version its name.
     *
     * @throws IllegalArgumentException if a version comes twice, or before one of its parents (as in every cycle)
     */
    public static Lineage of(Collection<Version> inCreationOrder) {
        return new Lineage(inCreationOrder);
    }

    private void add(Version version) {
        for (VersionId parent : version.parents()) {
            if (!versions.containsKey(parent)) {
                throw new IllegalArgumentException(
                        "Version %s names parent %s, which does not come before it".formatted(version.id(), parent));
            }
        }
        if (versions.put(version.id(), version) != null) {
            throw new IllegalArgumentException("Version " + version.id() + " comes twice");
        }
        version.parents()
                .forEach(parent ->
                        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(version.id()));
    }

    /** All versions in creation order. */
    public List<Version> versions() {
        return List.copyOf(versions.values());
    }

    public boolean contains(VersionId id) {
        return versions.containsKey(id);
    }

    public Version version(VersionId id) {
        Version version = versions.get(id);
        if (version == null) {
            throw new IllegalArgumentException("Version " + id + " is not part of this lineage");
        }
        return version;
    }

    /** {@code A}, {@code A1}, {@code A1.1}: the base's label and the number among its children. */
    public String label(VersionId id) {
        return name(id).label();
    }

    /** {@code v1}, {@code v2}: the place in creation order among everything that descends from one original. */
    public String badge(VersionId id) {
        return name(id).badge();
    }

    public Optional<Version> labelled(String label) {
        return versions.values().stream()
                .filter(version -> label(version.id()).equalsIgnoreCase(label))
                .findFirst();
    }

    /** The versions made without a parent, in creation order. */
    public List<Version> originals() {
        return versions.values().stream().filter(Version::isOriginal).toList();
    }

    /** Versions with {@code id} as base or reference, in creation order. */
    public List<Version> children(VersionId id) {
        version(id);
        return children.getOrDefault(id, List.of()).stream().map(this::version).toList();
    }

    /** Everything {@code id} was made from over any number of steps, nearest first, without itself. */
    public List<Version> ancestors(VersionId id) {
        Set<VersionId> seen = new LinkedHashSet<>();
        Deque<VersionId> open = new ArrayDeque<>(version(id).parents());
        while (!open.isEmpty()) {
            VersionId next = open.removeFirst();
            if (seen.add(next)) {
                open.addAll(version(next).parents());
            }
        }
        return seen.stream().map(this::version).toList();
    }

    /** The chain of bases from the original down to and with {@code id}. */
    public List<Version> branch(VersionId id) {
        List<Version> chain = new ArrayList<>();
        Optional<VersionId> next = Optional.of(id);
        while (next.isPresent()) {
            Version version = version(next.get());
            chain.add(version);
            next = version.base();
        }
        Collections.reverse(chain);
        return List.copyOf(chain);
    }

    /** Where the branches of two versions part, and the steps each took since. */
    public BranchDiff diff(VersionId from, VersionId to) {
        List<Version> left = branch(from);
        List<Version> right = branch(to);
        int shared = 0;
        while (shared < Math.min(left.size(), right.size()) && left.get(shared).equals(right.get(shared))) {
            shared++;
        }
        return new BranchDiff(
                left.subList(0, shared), left.subList(shared, left.size()), right.subList(shared, right.size()));
    }

    private Name name(VersionId id) {
        return Objects.requireNonNull(names.get(version(id).id()));
    }

    /**
     * Two branches side by side.
     *
     * @param shared what both have in common, from the original on; empty when they have different originals
     * @param onlyFrom the steps of the first since then
     * @param onlyTo the steps of the second since then
     */
    public record BranchDiff(List<Version> shared, List<Version> onlyFrom, List<Version> onlyTo) {
        public BranchDiff {
            shared = List.copyOf(shared);
            onlyFrom = List.copyOf(onlyFrom);
            onlyTo = List.copyOf(onlyTo);
        }
    }

    /** What people call a version. */
    record Name(String label, String badge) {}
}
