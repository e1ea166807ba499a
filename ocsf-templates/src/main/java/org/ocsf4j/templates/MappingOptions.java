package org.ocsf4j.templates;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How the attributes of a class become fields. Immutable. */
public final class MappingOptions {

    /** Fields that a class has at most, objects included: 999, one below OpenSearch's own limit. */
    public static final int DEFAULT_FIELD_BUDGET = 999;

    /** Levels of attributes that are mapped: 3. */
    public static final int DEFAULT_DEPTH = 3;

    /** Characters from which on a string is not indexed: 1,024. */
    public static final int DEFAULT_IGNORE_ABOVE = 1024;

    /** So many characters of four bytes are a term of 32,766 bytes at most: 8,191. */
    public static final int MAX_IGNORE_ABOVE = 8191;

    private static final int MIN_BUDGET = 400;

    /** The largest budget of fields that can be asked for: 10,000. */
    public static final int MAX_BUDGET = 10_000;

    private static final int MAX_DEPTH = 8;
    private static final Pattern PATH = Pattern.compile("[^\\s.*\"\\\\]+(\\.[^\\s.*\"\\\\]+)*");

    private final int fieldBudget;
    private final int depth;
    private final int ignoreAbove;
    private final DynamicMapping dynamic;
    private final UnmappedStrategy unmapped;
    private final Map<String, FieldKind> promoted;
    private final Map<String, FieldKind> types;
    private final Set<String> nested;
    private final boolean wildcards;
    private final boolean indexAll;
    private final boolean indexJsonText;
    private final boolean realTimestamp;

    private MappingOptions(Builder builder) {
        fieldBudget = builder.fieldBudget;
        depth = builder.depth;
        ignoreAbove = builder.ignoreAbove;
        dynamic = builder.dynamic;
        unmapped = builder.unmapped;
        promoted = Collections.unmodifiableMap(new TreeMap<>(builder.promoted));
        types = Collections.unmodifiableMap(new TreeMap<>(builder.types));
        nested = Collections.unmodifiableSet(new TreeSet<>(builder.nested));
        wildcards = builder.wildcards;
        indexAll = builder.indexAll;
        indexJsonText = builder.indexJsonText;
        realTimestamp = builder.realTimestamp;
    }

    public static MappingOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.fieldBudget = fieldBudget;
        builder.depth = depth;
        builder.ignoreAbove = ignoreAbove;
        builder.dynamic = dynamic;
        builder.unmapped = unmapped;
        builder.promoted.putAll(promoted);
        builder.types.putAll(types);
        builder.nested.addAll(nested);
        builder.wildcards = wildcards;
        builder.indexAll = indexAll;
        builder.indexJsonText = indexJsonText;
        builder.realTimestamp = realTimestamp;
        return builder;
    }

    public int fieldBudget() {
        return fieldBudget;
    }

    public int depth() {
        return depth;
    }

    public int ignoreAbove() {
        return ignoreAbove;
    }

    public DynamicMapping dynamic() {
        return dynamic;
    }

    public UnmappedStrategy unmapped() {
        return unmapped;
    }

    /** Keys of {@code unmapped} that become fields. */
    public Map<String, FieldKind> promoted() {
        return promoted;
    }

    /** Attribute paths that are mapped otherwise. */
    public Map<String, FieldKind> types() {
        return types;
    }

    /** Paths of arrays whose elements are kept apart. */
    public Set<String> nested() {
        return nested;
    }

    public boolean wildcards() {
        return wildcards;
    }

    public boolean indexAll() {
        return indexAll;
    }

    public boolean indexJsonText() {
        return indexJsonText;
    }

    public boolean realTimestamp() {
        return realTimestamp;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {

        private int fieldBudget = DEFAULT_FIELD_BUDGET;
        private int depth = DEFAULT_DEPTH;
        private int ignoreAbove = DEFAULT_IGNORE_ABOVE;
        private DynamicMapping dynamic = DynamicMapping.FALSE;
        private UnmappedStrategy unmapped = UnmappedStrategy.FLAT_OBJECT;
        private final Map<String, FieldKind> promoted = new TreeMap<>();
        private final Map<String, FieldKind> types = new TreeMap<>();
        private final Set<String> nested = new TreeSet<>();
        private boolean wildcards;
        private boolean indexAll;
        private boolean indexJsonText;
        private boolean realTimestamp;

        private Builder() {}

        /**
         * Fields that a class has at most, objects and aliases included; what is listed as always mapped comes first. Above 999 the
         * templates raise OpenSearch's limit. The default is {@link #DEFAULT_FIELD_BUDGET}.
         */
        public Builder fieldBudget(int fieldBudget) {
            this.fieldBudget = within("fieldBudget", fieldBudget, MIN_BUDGET, MAX_BUDGET);
            return this;
        }

        /** Levels of attributes. The default is {@link #DEFAULT_DEPTH}. */
        public Builder depth(int depth) {
            this.depth = within("depth", depth, 1, MAX_DEPTH);
            return this;
        }

        /**
         * Characters from which on a string stays in the document and out of the index. The default is
         * {@link #DEFAULT_IGNORE_ABOVE}.
         */
        public Builder ignoreAbove(int ignoreAbove) {
            this.ignoreAbove = within("ignoreAbove", ignoreAbove, 1, MAX_IGNORE_ABOVE);
            return this;
        }

        /** What becomes of a field that is not mapped. The default is {@link DynamicMapping#FALSE}. */
        public Builder dynamic(DynamicMapping dynamic) {
            this.dynamic = Objects.requireNonNull(dynamic, "dynamic");
            return this;
        }

        /** How {@code unmapped} can be searched. The default is {@link UnmappedStrategy#FLAT_OBJECT}. */
        public Builder unmapped(UnmappedStrategy unmapped) {
            this.unmapped = Objects.requireNonNull(unmapped, "unmapped");
            return this;
        }

        /**
         * Makes a key of {@code unmapped} a field of its own: {@code unmapped.<key>} where the strategy is
         * {@link UnmappedStrategy#NOT_INDEXED}, else {@code ocsf_promoted.<key>}, which an ingest pipeline writes. The default is none.
         */
        public Builder promote(String key, FieldKind kind) {
            promoted.put(checked(key), Objects.requireNonNull(kind, "kind"));
            return this;
        }

        /** Maps an attribute, by its path, otherwise than generated. The default is none. */
        public Builder type(String path, FieldKind kind) {
            types.put(checked(path), Objects.requireNonNull(kind, "kind"));
            return this;
        }

        /**
         * Arrays of objects whose elements are kept apart, such as {@code observables}: queries on them need {@code nested}, charts do
         * not see into them, and each element costs a document. The default is none.
         */
        public Builder nested(Collection<String> paths) {
            paths.forEach(path -> nested.add(checked(path)));
            return this;
        }

        /** Whether command lines, URLs and paths are mapped for patterns with {@code *} anywhere. The default is false. */
        public Builder wildcards(boolean wildcards) {
            this.wildcards = wildcards;
            return this;
        }

        /**
         * Whether fields that are found by their values get an index too, for servers older than 2.19, which may refuse to search
         * a keyword without one. The default is false: it costs disk and processor time with each event.
         */
        public Builder indexAll(boolean indexAll) {
            this.indexAll = indexAll;
            return this;
        }

        /** Whether JSON that stands in a text, such as {@code raw_data}, is searched by its words. The default is false. */
        public Builder indexJsonText(boolean indexJsonText) {
            this.indexJsonText = indexJsonText;
            return this;
        }

        /** Whether {@code @timestamp} is a field of its own, filled from {@code time}, and no alias. The default is false. */
        public Builder realTimestamp(boolean realTimestamp) {
            this.realTimestamp = realTimestamp;
            return this;
        }

        public MappingOptions build() {
            return new MappingOptions(this);
        }

        private static int within(String option, int value, int min, int max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(option + " is outside " + min + " to " + max + "; " + value);
            }
            return value;
        }

        private static String checked(String path) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "not a field's path; \"" + path + "\"; name members with dots between");
            }
            return path;
        }
    }
}
