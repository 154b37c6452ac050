package dev.pentimento.adapters.web.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.domain.image.MaskSpec;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12, which OpenAPI 3.1 speaks) of the types that routes take and answer. A record becomes an object whose members all must be
 * there; what may be null says so by {@link Nullable}.
 */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(byte[].class, Map.of("type", "string", "format", "binary")),
            Map.entry(Upload.class, Map.of("type", "string", "format", "binary")));

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new LinkedHashMap<>();

    /** Records that callers send, alone or in others. */
    private final Set<Class<?>> sent = new HashSet<>();

    /** The schemas that others refer to, by name. */
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> of(Class<?> type) {
        return of(type, List.of());
    }

    private Map<String, Object> of(Class<?> type, List<AnnotatedType> arguments) {
        Map<String, Object> plain = PLAIN.get(type);
        if (plain != null) {
            return new LinkedHashMap<>(plain);
        }
        if (type.isEnum()) {
            return schema("type", "string", "enum", words(type));
        }
        if (type == MaskSpec.class) {
            named.putIfAbsent(MaskSchema.NAME, MaskSchema.schema());
            return schema("$ref", REFERENCE + MaskSchema.NAME);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return schema("type", "array", "items", arguments.isEmpty() ? Map.of() : of(arguments.get(0)));
        }
        if (Map.class.isAssignableFrom(type)) {
            return schema(
                    "type", "object", "additionalProperties", arguments.isEmpty() ? Map.of() : of(arguments.get(1)));
        }
        return type.isRecord() ? reference(type) : new LinkedHashMap<>();
    }

    private Map<String, Object> of(AnnotatedType type) {
        Map<String, Object> schema = of(raw(type.getType()), arguments(type));
        return type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> known ? known : Object.class;
    }

    private static List<AnnotatedType> arguments(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return Arrays.asList(generic.getAnnotatedActualTypeArguments());
        }
        return type instanceof AnnotatedArrayType array ? List.of(array.getAnnotatedGenericComponentType()) : List.of();
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> Json.text(word).replace("\"", ""))
                .toList();
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        Object type = schema.get("type");
        if (type == null || schema.containsKey("enum")) {
            return schema("anyOf", List.of(schema, Map.of("type", "null")));
        }
        schema.put("type", List.of(type, "null"));
        return schema;
    }

    private Map<String, Object> reference(Class<?> record) {
        String name = name(record);
        if (owners.putIfAbsent(name, record) == null) {
            named.put(name, Map.of());
            named.put(name, object(record));
        }
        return schema("$ref", REFERENCE + name);
    }

    /** Two types of the same name are told apart by where they are declared. */
    private String name(Class<?> record) {
        String name = record.getSimpleName();
        Class<?> owner = owners.get(name);
        if (owner == null || owner == record) {
            return name;
        }
        Class<?> around = record.getEnclosingClass();
        return (around == null ? record.getPackageName().replaceAll(".*\\.", "") : around.getSimpleName()) + name;
    }

    private Map<String, Object> object(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        members(record)
                .forEach(component ->
                        properties.put(Json.member(component.getName()), of(component.getAnnotatedType())));
        Map<String, Object> schema = schema("type", "object", "properties", properties);
        List<String> required = sent.contains(record) ? needed(record) : List.copyOf(properties.keySet());
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** With those that stand beside its own ones, where a record holds another one that is told as a part of it. */
    private static Stream<RecordComponent> members(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? members(component.getType())
                        : Stream.of(component));
    }

    /** What is sent in: what may be null, or is a list, may be left out as well; also of the records that it holds. */
    Map<String, Object> ofRequest(Class<?> record) {
        send(record);
        return object(record);
    }

    private void send(Class<?> type) {
        if (type.isRecord() && sent.add(type)) {
            members(type).map(RecordComponent::getAnnotatedType).forEach(this::send);
        }
    }

    private void send(AnnotatedType type) {
        send(raw(type.getType()));
        arguments(type).forEach(this::send);
    }

    private static List<String> needed(Class<?> record) {
        return members(record)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component -> !Collection.class.isAssignableFrom(component.getType()))
                .map(component -> Json.member(component.getName()))
                .toList();
    }

    private static Map<String, Object> schema(String key, Object value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(key, value);
        return schema;
    }

    private static Map<String, Object> schema(String key, Object value, String other, Object otherValue) {
        Map<String, Object> schema = schema(key, value);
        schema.put(other, otherValue);
        return schema;
    }
}
