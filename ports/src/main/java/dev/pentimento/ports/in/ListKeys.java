package dev.pentimento.ports.in;

import dev.pentimento.domain.access.GrantedKey;
import java.util.List;

/** Lists the keys of all users, revoked ones too, oldest first. */
public interface ListKeys {
    List<GrantedKey> handle();
}
