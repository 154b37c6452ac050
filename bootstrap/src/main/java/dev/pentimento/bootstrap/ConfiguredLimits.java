package dev.pentimento.bootstrap;

import dev.pentimento.application.Limits;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import java.util.OptionalInt;

/** {@code limits.local} for whoever uses the command line, {@code limits} for the users of a server, {@code jobs.max-waiting} for all of them. */
record ConfiguredLimits(Settings settings) implements Limits {

    @Override
    public OptionalInt active(UserId owner, WorkKind kind) {
        return kind.makesImages()
                ? settings.limit(owner.equals(UserId.LOCAL) ? KnownSettings.LOCAL_ACTIVE : KnownSettings.ACTIVE)
                : OptionalInt.empty();
    }

    @Override
    public OptionalInt perMonth(UserId owner, WorkKind kind) {
        boolean local = owner.equals(UserId.LOCAL);
        return switch (kind) {
            case REFINE -> settings.limit(local ? KnownSettings.LOCAL_REFINE : KnownSettings.REFINE);
            case GENERATE -> settings.limit(local ? KnownSettings.LOCAL_GENERATE : KnownSettings.GENERATE_LIMIT);
            case ASK -> OptionalInt.empty();
        };
    }

    @Override
    public OptionalInt waiting() {
        return settings.limit(KnownSettings.MAX_WAITING);
    }
}
