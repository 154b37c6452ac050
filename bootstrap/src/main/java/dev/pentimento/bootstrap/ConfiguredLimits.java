package dev.pentimento.bootstrap;

import dev.pentimento.application.Limits;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import java.util.OptionalInt;

/** {@code limits.local} for whoever uses the command line, {@code limits} for the users of a server, {@code jobs.max-waiting} for all of them. */
record ConfiguredLimits(Settings settings) implements Limits {

    @Override
    public OptionalInt active(UserId owner, WorkKind kind) {
        return settings.limit(owner.equals(UserId.LOCAL) ? KnownSettings.LOCAL_ACTIVE : KnownSettings.ACTIVE);
    }

    @Override
    public OptionalInt perMonth(UserId owner, WorkKind kind) {
        return settings.limit(owner.equals(UserId.LOCAL) ? ofLocalUser(kind) : ofServerUser(kind));
    }

    @Override
    public OptionalInt waiting() {
        return settings.limit(KnownSettings.MAX_WAITING);
    }

    private static Setting<Integer> ofLocalUser(WorkKind kind) {
        return switch (kind) {
            case REFINE -> KnownSettings.LOCAL_REFINE;
            case GENERATE -> KnownSettings.LOCAL_GENERATE;
        };
    }

    private static Setting<Integer> ofServerUser(WorkKind kind) {
        return switch (kind) {
            case REFINE -> KnownSettings.REFINE;
            case GENERATE -> KnownSettings.GENERATE_LIMIT;
        };
    }
}
