package org.ocsf4j.schema.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.SchemaType;

/** One path of one class, made ready for comparing bytes; it also counts what was wrong there. */
final class AttributeNode {

    /** What the walk has to know about a value beyond its type. */
    enum Role {
        NONE,
        CLASS_UID,
        ACTIVITY_ID,
        TYPE_UID,
        METADATA,
        VERSION,
        PROFILES
    }

    final String path;
    final byte[] name;
    final int ordinal;

    /** Null for a name that the schema does not have. */
    final @Nullable SchemaAttribute attribute;

    final @Nullable ScalarKind kind;
    final @Nullable SchemaObject object;
    final boolean array;
    final boolean active;
    final boolean deprecated;
    final boolean timestamp;
    final boolean datetime;
    final boolean ip;

    /** Null where the type has none, or where its values are checked by a rule of ours. */
    final @Nullable BoundedPattern pattern;

    final int maxLength;
    final long min;
    final long max;
    final Role role;

    /** The ids of an enum of whole numbers, sorted, and beside each its value. */
    final long @Nullable [] ids;

    final EnumValue[] values;
    private final byte[][] captions;
    final @Nullable AttributeEnum texts;

    /** The ordinal of the caption of this enum of ids, or -1; the ordinal of the id of this caption, or -1. */
    int caption = -1;

    int id = -1;

    /** The node that came behind this one the last time. */
    @Nullable
    AttributeNode next;

    /** The object's attributes; made when a value is first met. */
    @Nullable
    ItemNode item;

    private final RuleTally tally = new RuleTally();

    AttributeNode(String path, String name, int ordinal) {
        this.path = path;
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.ordinal = ordinal;
        attribute = null;
        kind = null;
        object = null;
        array = false;
        active = true;
        deprecated = false;
        timestamp = false;
        datetime = false;
        ip = false;
        pattern = null;
        maxLength = Integer.MAX_VALUE;
        min = Long.MIN_VALUE;
        max = Long.MAX_VALUE;
        role = Role.NONE;
        ids = null;
        values = new EnumValue[0];
        captions = new byte[0][];
        texts = null;
    }

    AttributeNode(
            OcsfSchema schema,
            SchemaAttribute a,
            String path,
            int ordinal,
            @Nullable List<String> profiles,
            Role role) {
        this.path = path;
        this.name = a.name().getBytes(StandardCharsets.UTF_8);
        this.ordinal = ordinal;
        this.attribute = a;
        this.role = role;
        this.array = a.isArray();
        this.active = profiles == null || a.appliesTo(profiles);
        this.object = a.isObject() ? schema.objectNamed(a.type()) : null;
        this.deprecated = a.deprecatedSince() != null || (object != null && object.deprecatedSince() != null);
        boolean anything = a.isObject() && (object == null || object.isFreeForm());
        ScalarKind scalar = a.isObject() ? null : schema.kindOf(a.type());
        this.kind = anything ? ScalarKind.JSON : scalar;
        this.timestamp = a.type().equals("timestamp_t");
        this.datetime = a.type().equals("datetime_t");
        this.ip = a.type().equals("ip_t");
        boolean text = kind == ScalarKind.STRING && !datetime && !ip;
        this.pattern = text ? BoundedPattern.of(schema, a.type()) : null;
        SchemaType limits = limits(schema, a.type());
        Integer longest = limits == null ? null : limits.maxLength();
        this.maxLength = longest == null ? Integer.MAX_VALUE : longest;
        Long least = limits == null ? null : limits.min();
        Long most = limits == null ? null : limits.max();
        this.min = least != null ? least : kind == ScalarKind.INTEGER ? Integer.MIN_VALUE : Long.MIN_VALUE;
        this.max = most != null ? most : kind == ScalarKind.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
        AttributeEnum enumeration = a.enumeration();
        boolean numbers = enumeration != null && (kind == ScalarKind.INTEGER || kind == ScalarKind.LONG);
        this.texts = enumeration != null && kind == ScalarKind.STRING ? enumeration : null;
        EnumValue[] sorted = numbers ? numeric(enumeration) : new EnumValue[0];
        this.values = sorted;
        this.ids = numbers ? new long[sorted.length] : null;
        this.captions = new byte[sorted.length][];
        for (int i = 0; ids != null && i < sorted.length; i++) {
            ids[i] = Long.parseLong(sorted[i].id());
            captions[i] = sorted[i].caption().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static @Nullable SchemaType limits(OcsfSchema schema, String type) {
        SchemaType found = schema.types().get(type);
        for (int hops = 0; hops < 8 && found != null && found.maxLength() == null && found.min() == null; hops++) {
            found = found.base() == null ? null : schema.types().get(found.base());
        }
        return found;
    }

    private static EnumValue[] numeric(@Nullable AttributeEnum enumeration) {
        if (enumeration == null) {
            return new EnumValue[0];
        }
        return enumeration.values().stream()
                .filter(v -> v.id().matches("-?\\d{1,18}"))
                .sorted((a, b) -> Long.compare(Long.parseLong(a.id()), Long.parseLong(b.id())))
                .toArray(EnumValue[]::new);
    }

    /** Whether the name may be looked for as bytes: it has nothing that JSON would escape. */
    boolean isPlain() {
        if (attribute != null) {
            return true;
        }
        for (byte b : name) {
            if (b < ' ' || b == '"' || b == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Where the id is among {@link #values}; negative where the enum does not have it. */
    int indexOf(long value) {
        return ids == null ? -1 : Arrays.binarySearch(ids, value);
    }

    /** Whether these bytes are the caption of a value, without regard to the case of ASCII letters. */
    boolean captionIs(int value, byte[] bytes, int from, int to) {
        byte[] wanted = captions[value];
        if (to - from != wanted.length) {
            return false;
        }
        if (Arrays.equals(bytes, from, to, wanted, 0, wanted.length)) {
            return true;
        }
        for (int i = 0; i < wanted.length; i++) {
            int a = bytes[from + i];
            int b = wanted[i];
            if (a != b && (lower(a) != lower(b))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int letter) {
        return letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter;
    }

    RuleTally tally() {
        return tally;
    }

    void collect(List<RuleCount> into) {
        tally.collect(path, into);
        if (item != null) {
            item.collect(into);
        }
    }
}
