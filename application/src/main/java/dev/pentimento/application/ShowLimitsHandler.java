package dev.pentimento.application;

import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.ports.in.ShowLimits;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

final class ShowLimitsHandler implements ShowLimits {
    private final Records records;
    private final Limits limits;
    private final Mint mint;

    ShowLimitsHandler(Records records, Limits limits, Mint mint) {
        this.records = records;
        this.limits = limits;
        this.mint = mint;
    }

    @Override
    public List<Limit> handle(Query query) {
        Instant now = mint.now();
        return records.read(reader -> Arrays.stream(WorkKind.values())
                .filter(WorkKind::makesImages)
                .map(kind -> limit(reader, Quota.at(query.owner(), kind, now)))
                .toList());
    }

    private Limit limit(RecordReader reader, Quota quota) {
        return new Limit(
                quota.kind(), limits.perMonth(quota.owner(), quota.kind()), reader.used(quota), quota.resetAt());
    }
}
