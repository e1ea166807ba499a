package org.ocsf4j.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one bundled version: what is needed to find classes and objects at once, each of them when it is asked for. Everything
 * is a varint; a string is its id in the {@link StringTable}; what may be absent is one more than itself, 0 for absent; a
 * list is its length and its elements; blocks are {@link Blocks}. The order:
 *
 * <pre>
 * format version
 * categories   name uid caption
 * extensions   name uid caption
 * classes      uid name caption category categoryUid categoryCaption
 * objects      name
 * dictionary   name attribute
 * profiles     name
 * types        name base? maxLength? regex? (0 | 1 min max) [values] observable?
 * observables  typeId caption source
 * profile sets [name]
 * blocks of
 *   enums        [id caption*2+deprecated]
 *   attributes   name caption type kind enum? sibling? profileSet observable? deprecated? extension?
 *                where kind = requirement + 3 * (isArray + 2 * isObject)
 *   classes      observables associations item
 *   objects      caption observable? item
 *   where item = parent? extension? profileSet atLeastOne justOne deprecated? [attribute]
 * </pre>
 *
 * <p>Thread-safe once {@link #read()} has returned: a race makes an attribute twice, which does no harm.
 */
final class SchemaReader {

    static final int FORMAT = 2;

    private static final Requirement[] REQUIREMENTS = Requirement.values();

    private final StringTable strings;
    private final byte[] bytes;

    SchemaReader(StringTable strings, byte[] bytes) {
        this.strings = strings;
        this.bytes = bytes;
    }

    OcsfSchema read() {
        Varints in = new Varints(bytes);
        int format = in.next();
        if (format != FORMAT) {
            throw new IllegalStateException("[ocsf-core] a bundled schema has another format; " + format);
        }
        String version = string(in);
        OcsfSchema.Builder schema = OcsfSchema.builder(version);
        for (int n = in.next(); n > 0; n--) {
            schema.category(new SchemaCategory(string(in), in.next(), string(in)));
        }
        for (int n = in.next(); n > 0; n--) {
            schema.extension(new SchemaExtension(string(in), in.next(), string(in)));
        }
        List<OcsfClass> classes = new ArrayList<>();
        List<String> classNames = new ArrayList<>();
        List<Integer> classUids = new ArrayList<>();
        List<String> categoryCaptions = new ArrayList<>();
        for (int n = in.next(); n > 0; n--) {
            int uid = in.next();
            String name = string(in);
            String caption = string(in);
            String category = string(in);
            classes.add(new OcsfClass(version, uid, name, caption, in.next(), category));
            classNames.add(name);
            classUids.add(uid);
            categoryCaptions.add(string(in));
        }
        List<String> objectNames = strings(in);
        List<String> dictionaryNames = new ArrayList<>();
        int[] dictionary = new int[in.next()];
        for (int i = 0; i < dictionary.length; i++) {
            dictionaryNames.add(string(in));
            dictionary[i] = in.next();
        }
        schema.profiles(strings(in));
        for (int n = in.next(); n > 0; n--) {
            schema.type(type(in));
        }
        for (int n = in.next(); n > 0; n--) {
            schema.observable(new ObservableType(in.next(), string(in), string(in)));
        }
        Parts parts = new Parts(in, classes, categoryCaptions, objectNames);
        return schema.lazily(
                        classUids,
                        new Items<>(classNames, new Items.Maker<SchemaClass>() {
                            @Override
                            public SchemaClass make(int index) {
                                return parts.eventClass(index);
                            }
                        }),
                        new Items<>(objectNames, new Items.Maker<SchemaObject>() {
                            @Override
                            public SchemaObject make(int index) {
                                return parts.object(index);
                            }
                        }),
                        new Items<>(dictionaryNames, new Items.Maker<SchemaAttribute>() {
                            @Override
                            public SchemaAttribute make(int index) {
                                return parts.attribute(dictionary[index]);
                            }
                        }))
                .build();
    }

    private SchemaType type(Varints in) {
        String name = string(in);
        String base = stringOrNull(in);
        Integer maxLength = intOrNull(in);
        String regex = stringOrNull(in);
        boolean ranged = in.next() == 1;
        Long min = ranged ? (long) in.next() : null;
        Long max = ranged ? (long) in.next() : null;
        return new SchemaType(name, base, maxLength, regex, min, max, strings(in), intOrNull(in));
    }

    /** What is read when it is asked for. */
    private final class Parts {

        private final List<OcsfClass> identities;
        private final List<String> categoryCaptions;
        private final List<String> objectNames;
        private final List<List<String>> profileSets = new ArrayList<>();
        private final Blocks enumBlocks;
        private final Blocks attributeBlocks;
        private final Blocks classBlocks;
        private final Blocks objectBlocks;
        private final @Nullable AttributeEnum[] enums;
        private final @Nullable SchemaAttribute[] attributes;

        Parts(Varints in, List<OcsfClass> identities, List<String> categoryCaptions, List<String> objectNames) {
            this.identities = identities;
            this.categoryCaptions = categoryCaptions;
            this.objectNames = objectNames;
            for (int n = in.next(); n > 0; n--) {
                profileSets.add(List.copyOf(strings(in)));
            }
            this.enumBlocks = new Blocks(bytes, in);
            this.attributeBlocks = new Blocks(bytes, in);
            this.classBlocks = new Blocks(bytes, in);
            this.objectBlocks = new Blocks(bytes, in);
            this.enums = new AttributeEnum[enumBlocks.count()];
            this.attributes = new SchemaAttribute[attributeBlocks.count()];
        }

        private AttributeEnum enumeration(int index) {
            AttributeEnum known = enums[index];
            if (known == null) {
                Varints in = enumBlocks.at(index);
                int count = in.next();
                List<EnumValue> values = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    String id = string(in);
                    int caption = in.next();
                    values.add(new EnumValue(id, strings.get(caption >> 1), (caption & 1) == 1));
                }
                known = new AttributeEnum(values);
                enums[index] = known;
            }
            return known;
        }

        SchemaAttribute attribute(int index) {
            SchemaAttribute known = attributes[index];
            if (known == null) {
                known = attribute(attributeBlocks.at(index));
                attributes[index] = known;
            }
            return known;
        }

        private SchemaAttribute attribute(Varints in) {
            String name = string(in);
            String caption = string(in);
            String type = string(in);
            int kind = in.next();
            int enumeration = in.nextOrMinusOne();
            return new SchemaAttribute(
                    name,
                    type,
                    kind / 6 == 1,
                    kind / 3 % 2 == 1,
                    REQUIREMENTS[kind % 3],
                    caption,
                    enumeration < 0 ? null : enumeration(enumeration),
                    stringOrNull(in),
                    profileSets.get(in.next()),
                    intOrNull(in),
                    stringOrNull(in),
                    stringOrNull(in));
        }

        SchemaClass eventClass(int index) {
            Varints in = classBlocks.at(index);
            Map<String, Integer> observables = new LinkedHashMap<>();
            for (int n = in.next(); n > 0; n--) {
                observables.put(string(in), in.next());
            }
            Map<String, List<String>> associations = new LinkedHashMap<>();
            for (int n = in.next(); n > 0; n--) {
                associations.put(string(in), List.copyOf(strings(in)));
            }
            return new SchemaClass(
                    identities.get(index),
                    categoryCaptions.get(index),
                    stringOrNull(in),
                    stringOrNull(in),
                    profileSets.get(in.next()),
                    constraints(in),
                    stringOrNull(in),
                    observables,
                    associations,
                    attributesOfItem(in));
        }

        SchemaObject object(int index) {
            Varints in = objectBlocks.at(index);
            String caption = string(in);
            Integer observable = intOrNull(in);
            return new SchemaObject(
                    objectNames.get(index),
                    caption,
                    stringOrNull(in),
                    stringOrNull(in),
                    profileSets.get(in.next()),
                    constraints(in),
                    stringOrNull(in),
                    observable,
                    attributesOfItem(in));
        }

        private Map<String, SchemaAttribute> attributesOfItem(Varints in) {
            int count = in.next();
            Map<String, SchemaAttribute> byName = new LinkedHashMap<>(count * 2);
            for (int i = 0; i < count; i++) {
                SchemaAttribute attribute = attribute(in.next());
                byName.put(attribute.name(), attribute);
            }
            return byName;
        }
    }

    private SchemaConstraints constraints(Varints in) {
        List<String> atLeastOne = strings(in);
        List<String> justOne = strings(in);
        return atLeastOne.isEmpty() && justOne.isEmpty()
                ? SchemaConstraints.NONE
                : new SchemaConstraints(atLeastOne, justOne);
    }

    private String string(Varints in) {
        return strings.get(in.next());
    }

    private @Nullable String stringOrNull(Varints in) {
        int id = in.nextOrMinusOne();
        return id < 0 ? null : strings.get(id);
    }

    private static @Nullable Integer intOrNull(Varints in) {
        int value = in.nextOrMinusOne();
        return value < 0 ? null : value;
    }

    private List<String> strings(Varints in) {
        int count = in.next();
        if (count == 0) {
            return List.of();
        }
        List<String> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(string(in));
        }
        return list;
    }
}
