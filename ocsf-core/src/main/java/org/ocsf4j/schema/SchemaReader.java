package org.ocsf4j.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one bundled version. Everything is a varint; a string is its id in the {@link StringTable}; what may be absent is
 * one more than itself, 0 for absent; a list is its length and its elements. The order:
 *
 * <pre>
 * format version
 * categories   name uid caption
 * extensions   name uid caption
 * classes      uid name caption category categoryUid categoryCaption
 * profiles     name
 * types        name base? maxLength? regex? (0 | 1 min max) [values] observable?
 * observables  typeId caption source
 * enums        [id caption*2+deprecated]
 * profile sets [name]
 * attributes   name caption type kind enum? sibling? profileSet observable? deprecated? extension?
 *              where kind = requirement + 3 * (isArray + 2 * isObject)
 * dictionary   [attribute]
 * a body for each class, in their order: observables associations item
 * objects      name caption observable? item
 * item         parent? extension? profileSet atLeastOne justOne deprecated? [attribute]
 * </pre>
 */
final class SchemaReader {

    static final int FORMAT = 1;

    private static final Requirement[] REQUIREMENTS = Requirement.values();

    private final StringTable strings;
    private final Varints in;

    private AttributeEnum[] enums = {};
    private List<List<String>> profileSets = List.of();
    private SchemaAttribute[] attributes = {};

    SchemaReader(StringTable strings, byte[] bytes) {
        this.strings = strings;
        this.in = new Varints(bytes);
    }

    OcsfSchema read() {
        int format = in.next();
        if (format != FORMAT) {
            throw new IllegalStateException("[ocsf-core] a bundled schema has another format; " + format);
        }
        String version = string();
        OcsfSchema.Builder schema = OcsfSchema.builder(version);
        for (int n = in.next(); n > 0; n--) {
            schema.category(new SchemaCategory(string(), in.next(), string()));
        }
        for (int n = in.next(); n > 0; n--) {
            schema.extension(new SchemaExtension(string(), in.next(), string()));
        }
        List<OcsfClass> classes = new ArrayList<>();
        List<String> categoryCaptions = new ArrayList<>();
        for (int n = in.next(); n > 0; n--) {
            int uid = in.next();
            String name = string();
            String caption = string();
            String category = string();
            classes.add(new OcsfClass(version, uid, name, caption, in.next(), category));
            categoryCaptions.add(string());
        }
        schema.profiles(strings());
        types(schema);
        for (int n = in.next(); n > 0; n--) {
            schema.observable(new ObservableType(in.next(), string(), string()));
        }
        enums = new AttributeEnum[in.next()];
        for (int i = 0; i < enums.length; i++) {
            enums[i] = enumeration();
        }
        profileSets = new ArrayList<>();
        for (int n = in.next(); n > 0; n--) {
            profileSets.add(List.copyOf(strings()));
        }
        attributes = new SchemaAttribute[in.next()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = attribute();
        }
        for (int n = in.next(); n > 0; n--) {
            schema.dictionary(attributes[in.next()]);
        }
        for (int i = 0; i < classes.size(); i++) {
            schema.eventClass(eventClass(classes.get(i), categoryCaptions.get(i)));
        }
        for (int n = in.next(); n > 0; n--) {
            schema.object(object());
        }
        return schema.build();
    }

    private void types(OcsfSchema.Builder schema) {
        for (int n = in.next(); n > 0; n--) {
            String name = string();
            String base = stringOrNull();
            Integer maxLength = intOrNull();
            String regex = stringOrNull();
            boolean ranged = in.next() == 1;
            Long min = ranged ? (long) in.next() : null;
            Long max = ranged ? (long) in.next() : null;
            schema.type(new SchemaType(name, base, maxLength, regex, min, max, strings(), intOrNull()));
        }
    }

    private AttributeEnum enumeration() {
        List<EnumValue> values = new ArrayList<>();
        for (int n = in.next(); n > 0; n--) {
            String id = string();
            int caption = in.next();
            values.add(new EnumValue(id, strings.get(caption >> 1), (caption & 1) == 1));
        }
        return new AttributeEnum(values);
    }

    private SchemaAttribute attribute() {
        String name = string();
        String caption = string();
        String type = string();
        int kind = in.next();
        int enumeration = in.nextOrMinusOne();
        return new SchemaAttribute(
                name,
                type,
                kind / 6 == 1,
                kind / 3 % 2 == 1,
                REQUIREMENTS[kind % 3],
                caption,
                enumeration < 0 ? null : enums[enumeration],
                stringOrNull(),
                profileSets.get(in.next()),
                intOrNull(),
                stringOrNull(),
                stringOrNull());
    }

    private SchemaClass eventClass(OcsfClass identity, String categoryCaption) {
        Map<String, Integer> observables = new LinkedHashMap<>();
        for (int n = in.next(); n > 0; n--) {
            observables.put(string(), in.next());
        }
        Map<String, List<String>> associations = new LinkedHashMap<>();
        for (int n = in.next(); n > 0; n--) {
            associations.put(string(), List.copyOf(strings()));
        }
        return new SchemaClass(
                identity,
                categoryCaption,
                stringOrNull(),
                stringOrNull(),
                profileSets.get(in.next()),
                constraints(),
                stringOrNull(),
                observables,
                associations,
                attributesOfItem());
    }

    private SchemaObject object() {
        String name = string();
        String caption = string();
        Integer observable = intOrNull();
        return new SchemaObject(
                name,
                caption,
                stringOrNull(),
                stringOrNull(),
                profileSets.get(in.next()),
                constraints(),
                stringOrNull(),
                observable,
                attributesOfItem());
    }

    private SchemaConstraints constraints() {
        List<String> atLeastOne = strings();
        List<String> justOne = strings();
        return atLeastOne.isEmpty() && justOne.isEmpty()
                ? SchemaConstraints.NONE
                : new SchemaConstraints(atLeastOne, justOne);
    }

    private Map<String, SchemaAttribute> attributesOfItem() {
        int count = in.next();
        Map<String, SchemaAttribute> byName = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            SchemaAttribute attribute = attributes[in.next()];
            byName.put(attribute.name(), attribute);
        }
        return byName;
    }

    private String string() {
        return strings.get(in.next());
    }

    private @Nullable String stringOrNull() {
        int id = in.nextOrMinusOne();
        return id < 0 ? null : strings.get(id);
    }

    private @Nullable Integer intOrNull() {
        int value = in.nextOrMinusOne();
        return value < 0 ? null : value;
    }

    private List<String> strings() {
        int count = in.next();
        if (count == 0) {
            return List.of();
        }
        List<String> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(string());
        }
        return list;
    }
}
