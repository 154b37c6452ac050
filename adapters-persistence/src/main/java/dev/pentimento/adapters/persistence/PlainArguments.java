package dev.pentimento.adapters.persistence;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * The values that our statements are bound to, as SQLite's driver takes them. Jdbi asks its factories for each value anew, the last one registered
 * first: going through all of its own takes longer than most statements do.
 */
final class PlainArguments implements ArgumentFactory.Preparable {
    private static final Set<Type> PLAIN = Set.of(
            String.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            double.class,
            Double.class,
            boolean.class,
            Boolean.class,
            byte[].class);

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return PLAIN.contains(type) ? Optional.of(PlainArguments::argument) : Optional.empty();
    }

    private static Argument argument(Object value) {
        return (position, statement, context) -> statement.setObject(position, value);
    }
}
