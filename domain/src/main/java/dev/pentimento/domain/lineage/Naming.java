package dev.pentimento.domain.lineage;

import dev.pentimento.domain.identity.VersionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Gives every version its label and badge in one walk in creation order. */
final class Naming {
    private static final int LETTERS = 26;

    private final Map<VersionId, Lineage.Name> names = new HashMap<>();
    private final Map<VersionId, VersionId> roots = new HashMap<>();
    private final Map<VersionId, Integer> childCounts = new HashMap<>();
    private final Map<VersionId, Integer> familySizes = new HashMap<>();

    private Naming() {}

    static Map<VersionId, Lineage.Name> of(Collection<Version> inCreationOrder) {
        Naming naming = new Naming();
        inCreationOrder.forEach(naming::name);
        return naming.names;
    }

    private void name(Version version) {
        String label = version.base().map(this::nextChildLabel).orElseGet(() -> letters(familySizes.size()));
        VersionId root = version.base().map(roots::get).orElse(version.id());
        roots.put(version.id(), root);
        names.put(version.id(), new Lineage.Name(label, "v" + familySizes.merge(root, 1, Integer::sum)));
    }

    private String nextChildLabel(VersionId base) {
        String parent = Objects.requireNonNull(names.get(base)).label();
        boolean ofOriginal = base.equals(roots.get(base));
        return parent + (ofOriginal ? "" : ".") + childCounts.merge(base, 1, Integer::sum);
    }

    /** 0 = A, 25 = Z, 26 = AA, as columns of a spreadsheet. */
    private static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }
}
