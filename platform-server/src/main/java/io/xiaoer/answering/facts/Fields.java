package io.xiaoer.answering.facts;

import io.xiaoer.answering.Need;
import io.xiaoer.answering.NeedFields.Field;
import io.xiaoer.answering.NeedFields.Shape;
import io.xiaoer.shared.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A typed record as templates see it: plain values by the names of its components, in snake case. */
final class Fields {

    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private Fields() {}

    static Map<String, Object> of(Record fact) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(fact.getClass())) {
            try {
                Object value = component.getAccessor().invoke(fact);
                if (value != null) {
                    values.put(name(component), plain(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
        return values;
    }

    /** The names of the fields that templates may use. */
    static List<String> names(Class<? extends Record> type) {
        return components(type).stream().map(Fields::name).toList();
    }

    /** The same with their shapes, and without examples. */
    static List<Field> described(Need need, Class<? extends Record> type) {
        return components(type).stream()
                .map(component -> switch (component.getGenericType()) {
                    case ParameterizedType list
                    when list.getRawType() == List.class
                            && list.getActualTypeArguments()[0] instanceof Class<?> row
                            && row.isRecord() ->
                        new Field(
                                need,
                                name(component),
                                Shape.ROWS,
                                components(row).stream().map(Fields::name).toList(),
                                null);
                    case ParameterizedType list
                    when list.getRawType() == List.class ->
                        new Field(need, name(component), Shape.TEXTS, List.of(), null);
                    case ParameterizedType map -> new Field(need, name(component), Shape.TABLE, List.of(), null);
                    case Type one ->
                        new Field(
                                need,
                                name(component),
                                one == boolean.class || one == Boolean.class ? Shape.FLAG : Shape.TEXT,
                                List.of(),
                                null);
                })
                .toList();
    }

    private static List<RecordComponent> components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, unread -> {
            List<RecordComponent> components = Arrays.asList(unread.getRecordComponents());
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        });
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> money.spoken();
            case Record nested -> of(nested);
            case List<?> list -> list.stream().map(Fields::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((key, one) -> plain.put(String.valueOf(key), plain(one)));
                yield plain;
            }
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Boolean yes -> yes;
            case Integer number -> number;
            default -> value.toString();
        };
    }
}
