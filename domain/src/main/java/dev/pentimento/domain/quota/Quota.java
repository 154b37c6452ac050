package dev.pentimento.domain.quota;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What is counted against a monthly limit.
 *
 * @param month of the calendar in UTC
 */
public record Quota(UserId owner, WorkKind kind, YearMonth month) {
    public static Quota at(UserId owner, WorkKind kind, Instant moment) {
        return new Quota(owner, kind, YearMonth.from(moment.atOffset(ZoneOffset.UTC)));
    }

    /** When it begins anew. */
    public Instant resetAt() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
