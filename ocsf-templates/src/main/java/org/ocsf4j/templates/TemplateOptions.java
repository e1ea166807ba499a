package org.ocsf4j.templates;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.ocsf4j.schema.OcsfClasses;

/** Which templates are generated, and the settings of the indices that they are for. Immutable. */
public final class TemplateOptions {

    /** The versions that get a template for each class: the two that Security Lake writes, 1.0.0-rc.2 and 1.1.0. */
    public static final Set<String> DEFAULT_VERSIONS = Set.of("1.0.0-rc.2", "1.1.0");

    /** Primary shards of an index: 1. */
    public static final int DEFAULT_SHARDS = 1;

    /** Copies of each shard: 1. */
    public static final int DEFAULT_REPLICAS = 1;

    /** How long a document may take to be findable: 10 seconds. */
    public static final Duration DEFAULT_REFRESH_INTERVAL = Duration.ofSeconds(10);

    private final Set<String> versions;
    private final int shards;
    private final int replicas;
    private final Duration refreshInterval;

    private TemplateOptions(Builder builder) {
        versions = Set.copyOf(builder.versions);
        shards = builder.shards;
        replicas = builder.replicas;
        refreshInterval = builder.refreshInterval;
    }

    public static TemplateOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public Set<String> versions() {
        return versions;
    }

    public int shards() {
        return shards;
    }

    public int replicas() {
        return replicas;
    }

    public Duration refreshInterval() {
        return refreshInterval;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {

        private Set<String> versions = DEFAULT_VERSIONS;
        private int shards = DEFAULT_SHARDS;
        private int replicas = DEFAULT_REPLICAS;
        private Duration refreshInterval = DEFAULT_REFRESH_INTERVAL;

        private Builder() {}

        /**
         * The OCSF versions that get a template for each class. Classes of other versions get one template a class uid. The default
         * is {@link #DEFAULT_VERSIONS}.
         */
        public Builder versions(Collection<String> versions) {
            for (String version : versions) {
                if (!OcsfClasses.isKnownVersion(version)) {
                    throw new IllegalArgumentException(
                            "not a bundled OCSF version; " + version + "; use some of " + OcsfClasses.versions());
                }
            }
            this.versions = new LinkedHashSet<>(versions);
            return this;
        }

        /** Primary shards of an index. The default is {@link #DEFAULT_SHARDS}. */
        public Builder shards(int shards) {
            if (shards < 1) {
                throw new IllegalArgumentException("shards is below 1; " + shards);
            }
            this.shards = shards;
            return this;
        }

        /** Copies of each shard, 0 on a single node. The default is {@link #DEFAULT_REPLICAS}. */
        public Builder replicas(int replicas) {
            if (replicas < 0) {
                throw new IllegalArgumentException("replicas is negative; " + replicas);
            }
            this.replicas = replicas;
            return this;
        }

        /** How long a document may take to be findable, in whole seconds. The default is {@link #DEFAULT_REFRESH_INTERVAL}. */
        public Builder refreshInterval(Duration refreshInterval) {
            Objects.requireNonNull(refreshInterval, "refreshInterval");
            if (refreshInterval.toSeconds() < 1) {
                throw new IllegalArgumentException("refreshInterval is below a second; " + refreshInterval);
            }
            this.refreshInterval = refreshInterval;
            return this;
        }

        public TemplateOptions build() {
            return new TemplateOptions(this);
        }
    }
}
