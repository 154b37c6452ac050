package dev.pentimento.testkit;

import dev.pentimento.ports.out.Records;

class InMemoryRecordsTest extends RecordsContract {
    private final Records records = new InMemoryRecords();

    @Override
    public Records records() {
        return records;
    }
}
