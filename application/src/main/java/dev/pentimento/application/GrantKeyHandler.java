package dev.pentimento.application;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.out.Records;

final class GrantKeyHandler implements GrantKey {
    private final Records records;
    private final Mint mint;

    GrantKeyHandler(Records records, Mint mint) {
        this.records = records;
        this.mint = mint;
    }

    @Override
    public GrantedKey handle(Command command) {
        GrantedKey granted = GrantedKey.of(command.key(), command.owner(), command.label(), mint.now());
        return records.write(writer -> {
            writer.add(granted);
            return granted;
        });
    }
}
