package dev.pentimento.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The factories registered for a service, and what went wrong with those that did not load. */
record Registrations(Class<?> service, List<Object> factories, List<String> errors) {

    static Registrations of(JavaClass service) {
        Registrations registrations = new Registrations(service.reflect(), new ArrayList<>(), new ArrayList<>());
        Iterator<?> found = ServiceLoader.load(registrations.service).iterator();
        while (registrations.takeNext(found)) {}
        return registrations;
    }

    private boolean takeNext(Iterator<?> found) {
        try {
            return found.hasNext() && factories.add(found.next());
        } catch (ServiceConfigurationError e) {
            return errors.add("has a registration that does not load: " + e.getMessage());
        }
    }

    boolean contains(JavaClass type) {
        return factories.stream().anyMatch(factory -> isA(type, factory));
    }

    /** The names a type is registered under: none unless it can be asked for one. */
    List<String> namesOf(JavaClass type) {
        return factories.stream()
                .filter(factory -> isA(type, factory))
                .flatMap(this::name)
                .toList();
    }

    long countOf(String name) {
        return factories.stream().flatMap(this::name).filter(name::equals).count();
    }

    private static boolean isA(JavaClass type, Object factory) {
        return factory.getClass().getName().equals(type.getName());
    }

    private Stream<String> name(Object factory) {
        try {
            return Stream.ofNullable((String) service.getMethod("name").invoke(factory));
        } catch (ReflectiveOperationException e) {
            return Stream.of();
        }
    }
}
