package org.ocsf4j.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an enum attribute, in the schema's order. Immutable, thread-safe. */
public final class AttributeEnum {

    /** The id that stands for a value the source has and the schema has not. */
    public static final String OTHER = "99";

    private final List<EnumValue> values;
    private final Map<String, EnumValue> byId;

    public AttributeEnum(List<EnumValue> values) {
        this.values = List.copyOf(values);
        this.byId = new HashMap<>(values.size() * 2);
        for (EnumValue value : this.values) {
            byId.put(value.id(), value);
        }
    }

    public List<EnumValue> values() {
        return values;
    }

    /** The value with this id; null where the enum has none. */
    public @Nullable EnumValue byId(String id) {
        return byId.get(id);
    }

    public @Nullable EnumValue byId(long id) {
        return byId.get(Long.toString(id));
    }

    /** The value with this caption, without regard to case; null where the enum has none. */
    public @Nullable EnumValue byCaption(String caption) {
        String wanted = caption.strip().toLowerCase(Locale.ROOT);
        for (EnumValue value : values) {
            if (value.caption().toLowerCase(Locale.ROOT).equals(wanted)) {
                return value;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributeEnum that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
