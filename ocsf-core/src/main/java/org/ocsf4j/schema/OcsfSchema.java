package org.ocsf4j.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The OCSF schema of one version: what the schema's own compiler makes of it, without its prose. The bundled versions are read
 * on first use, each by itself, and kept; within a version each class and object is read when it is first asked for. A schema of your own comes from {@code org.ocsf4j.schema.compiler}.
 *
 * <p>Names of classes, objects and attributes are unscoped, as events have them; profiles of extensions are scoped
 * ({@code linux/linux_users}), as events have them too. Immutable, thread-safe.
 */
public final class OcsfSchema {

    private final String version;
    private final Map<String, SchemaCategory> categories;
    private final Map<String, SchemaExtension> extensions;
    private final List<String> profiles;
    private final Map<String, SchemaType> types;
    private final Map<Integer, ObservableType> observables;
    private final Map<Integer, Integer> classesByUid;
    private final Items<SchemaClass> classes;
    private final Items<SchemaObject> objects;
    private final Items<SchemaAttribute> dictionary;
    private volatile @Nullable Map<String, SchemaAttribute> dictionaryByName;

    private OcsfSchema(Builder parts) {
        this.version = parts.version;
        this.categories = Collections.unmodifiableMap(parts.categories);
        this.extensions = Collections.unmodifiableMap(parts.extensions);
        this.profiles = List.copyOf(parts.profiles);
        this.types = Collections.unmodifiableMap(parts.types);
        this.observables = Collections.unmodifiableMap(parts.observables);
        Items<SchemaClass> lazyClasses = parts.lazyClasses;
        Items<SchemaObject> lazyObjects = parts.lazyObjects;
        Items<SchemaAttribute> lazyDictionary = parts.lazyDictionary;
        this.classes = lazyClasses == null ? Items.of(parts.classes) : lazyClasses;
        this.objects = lazyObjects == null ? Items.of(parts.objects) : lazyObjects;
        this.dictionary = lazyDictionary == null ? Items.of(parts.dictionary) : lazyDictionary;
        this.classesByUid = new HashMap<>(classes.size() * 2);
        List<Integer> uids = parts.classUids;
        for (int i = 0; i < classes.size(); i++) {
            classesByUid.put(uids == null ? classes.get(i).uid() : uids.get(i), i);
        }
    }

    /** The bundled versions, oldest first. */
    public static List<String> bundledVersions() {
        return SchemaBundle.versions();
    }

    /**
     * The bundled schema of this version.
     *
     * @throws IllegalArgumentException where no such version is bundled
     */
    public static OcsfSchema version(String version) {
        OcsfSchema schema = find(version);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "[OCSF schema] no bundled version; " + version + "; use one of " + bundledVersions());
        }
        return schema;
    }

    /** The bundled schema of this version; null where no such version is bundled. */
    public static @Nullable OcsfSchema find(@Nullable String version) {
        return version == null ? null : SchemaBundle.find(version);
    }

    public static Builder builder(String version) {
        return new Builder(version);
    }

    public String version() {
        return version;
    }

    public Collection<SchemaCategory> categories() {
        return categories.values();
    }

    public Collection<SchemaExtension> extensions() {
        return extensions.values();
    }

    /** The names of all profiles, those of extensions scoped. */
    public List<String> profiles() {
        return profiles;
    }

    /** The scalar types by name. */
    public Map<String, SchemaType> types() {
        return types;
    }

    /** The kinds of observables by type id. */
    public Map<Integer, ObservableType> observables() {
        return observables;
    }

    /** The dictionary: every attribute by name, before a class or object changes it. */
    public Map<String, SchemaAttribute> dictionary() {
        Map<String, SchemaAttribute> byName = dictionaryByName;
        if (byName == null) {
            byName = new LinkedHashMap<>(dictionary.size() * 2);
            for (SchemaAttribute attribute : dictionary) {
                byName.put(attribute.name(), attribute);
            }
            byName = Collections.unmodifiableMap(byName);
            dictionaryByName = byName;
        }
        return byName;
    }

    public Collection<SchemaClass> classes() {
        return Collections.unmodifiableList(classes);
    }

    public Collection<SchemaObject> objects() {
        return Collections.unmodifiableList(objects);
    }

    /** The class with this name, such as {@code api_activity}; null where there is none. */
    public @Nullable SchemaClass classNamed(String name) {
        return classes.named(name);
    }

    /** The class with this {@code class_uid}; null where there is none. */
    public @Nullable SchemaClass classWithUid(long uid) {
        Integer index = uid == (int) uid ? classesByUid.get((int) uid) : null;
        return index == null ? null : classes.get(index);
    }

    /** The object with this name, such as {@code network_endpoint}; null where there is none. */
    public @Nullable SchemaObject objectNamed(String name) {
        return objects.named(name);
    }

    /** The class or, where no class has the name, the object with this name. */
    public @Nullable SchemaItem itemNamed(String name) {
        SchemaClass c = classes.named(name);
        return c == null ? objects.named(name) : c;
    }

    /** What values of a scalar type are in JSON. A type that the schema does not define is a string. */
    public ScalarKind kindOf(String scalarType) {
        String root = scalarType;
        SchemaType type = types.get(root);
        for (int hops = 0; type != null && type.base() != null && hops < 8; hops++) {
            root = type.base();
            type = types.get(root);
        }
        return ScalarKind.ofRoot(root);
    }

    @Override
    public String toString() {
        return "OCSF " + version;
    }

    /** Gathers the parts of a schema. A part replaces an earlier one with the same name. Not thread-safe. */
    public static final class Builder {

        private final String version;
        private final Map<String, SchemaCategory> categories = new LinkedHashMap<>();
        private final Map<String, SchemaExtension> extensions = new LinkedHashMap<>();
        private List<String> profiles = List.of();
        private final Map<String, SchemaType> types = new LinkedHashMap<>();
        private final Map<Integer, ObservableType> observables = new LinkedHashMap<>();
        private final Map<String, SchemaAttribute> dictionary = new LinkedHashMap<>();
        private final Map<String, SchemaClass> classes = new LinkedHashMap<>();
        private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
        private @Nullable List<Integer> classUids;
        private @Nullable Items<SchemaClass> lazyClasses;
        private @Nullable Items<SchemaObject> lazyObjects;
        private @Nullable Items<SchemaAttribute> lazyDictionary;

        private Builder(String version) {
            this.version = Objects.requireNonNull(version, "version");
        }

        public Builder category(SchemaCategory category) {
            categories.put(category.name(), category);
            return this;
        }

        public Builder extension(SchemaExtension extension) {
            extensions.put(extension.name(), extension);
            return this;
        }

        public Builder profiles(List<String> names) {
            profiles = List.copyOf(names);
            return this;
        }

        public Builder type(SchemaType type) {
            types.put(type.name(), type);
            return this;
        }

        public Builder observable(ObservableType observable) {
            observables.put(observable.typeId(), observable);
            return this;
        }

        public Builder dictionary(SchemaAttribute attribute) {
            dictionary.put(attribute.name(), attribute);
            return this;
        }

        public Builder eventClass(SchemaClass eventClass) {
            classes.put(eventClass.name(), eventClass);
            return this;
        }

        public Builder object(SchemaObject object) {
            objects.put(object.name(), object);
            return this;
        }

        /** Instead of each by itself; {@code uids} are those of the classes, in their order. */
        Builder lazily(
                List<Integer> uids,
                Items<SchemaClass> allClasses,
                Items<SchemaObject> allObjects,
                Items<SchemaAttribute> wholeDictionary) {
            classUids = uids;
            lazyClasses = allClasses;
            lazyObjects = allObjects;
            lazyDictionary = wholeDictionary;
            return this;
        }

        public OcsfSchema build() {
            return new OcsfSchema(this);
        }
    }
}
