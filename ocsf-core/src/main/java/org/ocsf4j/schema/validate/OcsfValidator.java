package org.ocsf4j.schema.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;

/**
 * Checks events against the class and version that they say they are of: required and recommended attributes with the
 * event's profiles applied, types, ranges and lengths, enums and their captions, unknown, deprecated and doubled attributes,
 * constraints, {@code type_uid}, and the unit of timestamps. Of a type's format, dates ({@code datetime_t}) and IP addresses
 * are checked; the schema's regular expressions are not used.
 *
 * <p>An event that lists no profiles may use the attributes of all of them and has to fill none of theirs. A null is an
 * attribute that is not there.
 *
 * <p>Immutable, thread-safe. Events are checked by a {@link SourceValidation}, one a thread.
 */
public final class OcsfValidator {

    /** {@link Builder#level}: count. */
    public static final ValidationLevel DEFAULT_LEVEL = ValidationLevel.COUNT;

    /** {@link Builder#samples}: 3. */
    public static final int DEFAULT_SAMPLES = 3;

    private final ValidationLevel level;
    private final int samples;
    private final @Nullable String version;
    private final Map<String, OcsfSchema> schemas;

    private OcsfValidator(Builder options) {
        this.level = options.level;
        this.samples = options.samples;
        this.version = options.version;
        this.schemas = Map.copyOf(options.schemas);
        if (version != null && schema(version) == null) {
            throw new IllegalArgumentException("[OcsfValidator] version is neither bundled nor added; " + version
                    + "; one of " + OcsfSchema.bundledVersions() + ", or add its schema");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public ValidationLevel level() {
        return level;
    }

    /** Checks and counts the events of one source in one thread. */
    public SourceValidation source(String name) {
        return new SourceValidation(this, name, samples);
    }

    /** The version that every event is checked against; null where each says it itself. */
    @Nullable
    String version() {
        return version;
    }

    @Nullable
    OcsfSchema schema(String wanted) {
        OcsfSchema own = schemas.get(wanted);
        return own == null ? OcsfSchema.find(wanted) : own;
    }

    /** Options of a validator. Not thread-safe. */
    public static final class Builder {

        private ValidationLevel level = DEFAULT_LEVEL;
        private int samples = DEFAULT_SAMPLES;
        private @Nullable String version;
        private final Map<String, OcsfSchema> schemas = new LinkedHashMap<>();

        private Builder() {}

        /** What is done about findings. The default is {@link #DEFAULT_LEVEL}. */
        public Builder level(ValidationLevel value) {
            level = Objects.requireNonNull(value, "level");
            return this;
        }

        /** How many findings a report keeps for each path and rule. The default is {@link #DEFAULT_SAMPLES}. */
        public Builder samples(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("[OcsfValidator] samples is negative; " + value + "; 0 or more");
            }
            samples = value;
            return this;
        }

        /** The version to check every event against, whatever it says. The default is the event's own. */
        public Builder version(@Nullable String value) {
            version = value;
            return this;
        }

        /** A schema of your own; it goes before a bundled one of the same version. The default is none. */
        public Builder schema(OcsfSchema value) {
            schemas.put(value.version(), value);
            return this;
        }

        public OcsfValidator build() {
            return new OcsfValidator(this);
        }
    }
}
