package dev.pentimento.application;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RevokeKey;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;

final class RevokeKeyHandler implements RevokeKey {
    private final Records records;
    private final Mint mint;

    RevokeKeyHandler(Records records, Mint mint) {
        this.records = records;
        this.mint = mint;
    }

    @Override
    public GrantedKey handle(Command command) {
        return records.write(writer -> {
            GrantedKey revoked = find(writer, command.name().strip()).revoked(mint.now());
            writer.replace(revoked);
            return revoked;
        });
    }

    private static GrantedKey find(RecordReader reader, String name) {
        List<GrantedKey> found = reader.grantedKeys().stream()
                .filter(key -> !name.isEmpty() && key.name().startsWith(name))
                .toList();
        if (found.size() != 1) {
            throw new UnknownReference(
                    found.isEmpty()
                            ? "There is no key '%s'; list them with keys list".formatted(name)
                            : "'%s' is the beginning of %d keys; give more of it".formatted(name, found.size()));
        }
        return found.get(0);
    }
}
