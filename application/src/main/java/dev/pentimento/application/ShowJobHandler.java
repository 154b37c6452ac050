package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.Providers;

final class ShowJobHandler implements ShowJob {
    private final Records records;
    private final Providers providers;

    ShowJobHandler(Records records, Providers providers) {
        this.records = records;
        this.providers = providers;
    }

    @Override
    public Details handle(Query query) {
        return records.read(reader -> {
            Job job = new References(reader, query.owner()).job(query.job());
            return new Details(job, reader.ticket(job.id()), reader.calls(job.id()), isInstalled(job));
        });
    }

    private boolean isInstalled(Job job) {
        String name = job.provider().name();
        return name == null || providers.names().contains(name);
    }
}
