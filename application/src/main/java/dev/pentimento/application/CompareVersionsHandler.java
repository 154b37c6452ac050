package dev.pentimento.application;

import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.SideBySide;
import dev.pentimento.domain.lineage.Lineage.BranchDiff;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.ShowVersion;
import java.util.Optional;

final class CompareVersionsHandler implements CompareVersions {
    private final ShowVersion showVersion;
    private final Pictures pictures;

    CompareVersionsHandler(ShowVersion showVersion, Pictures pictures) {
        this.showVersion = showVersion;
        this.pictures = pictures;
    }

    @Override
    public Comparison handle(Query query) {
        ShowVersion.Details first = showVersion.handle(new ShowVersion.Query(query.owner(), query.first()));
        ShowVersion.Details second = showVersion.handle(new ShowVersion.Query(query.owner(), query.second()));
        Raster left = pictures.load(first.version().image().digest());
        Raster right = pictures.load(second.version().image().digest());
        return new Comparison(
                first,
                second,
                left.size().equals(right.size()) ? Optional.of(Difference.between(left, right)) : Optional.empty(),
                maskCheck(first.version(), second.version()),
                branches(first, second),
                () -> pictures.png(SideBySide.of(left, right)));
    }

    private static Optional<MaskCheck> maskCheck(Version first, Version second) {
        boolean direct = second.base().filter(first.id()::equals).isPresent();
        return direct && second.origin() instanceof Origin.MaskedRefined refined
                ? Optional.of(refined.check())
                : Optional.empty();
    }

    private static Optional<BranchDiff> branches(ShowVersion.Details first, ShowVersion.Details second) {
        return first.lineage().contains(second.version().id())
                ? Optional.of(first.lineage()
                        .diff(first.version().id(), second.version().id()))
                : Optional.empty();
    }
}
