package org.ocsf4j.templates;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ocsf4j.schema.OcsfClass;
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

    /** Compresses stored documents hardest: {@code best_compression}. */
    public static final String DEFAULT_CODEC = "best_compression";

    private final Set<String> versions;
    private final int shards;
    private final int replicas;
    private final Duration refreshInterval;
    private final Set<String> classes;
    private final String codec;
    private final boolean serverless;
    private final MappingOptions mapping;

    private TemplateOptions(Builder builder) {
        versions = Set.copyOf(builder.versions);
        shards = builder.shards;
        replicas = builder.replicas;
        refreshInterval = builder.refreshInterval;
        classes = Set.copyOf(builder.classes);
        codec = builder.codec;
        serverless = builder.serverless;
        mapping = serverless ? builder.mapping.toBuilder().realTimestamp(true).build() : builder.mapping;
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

    /** Oldest first. */
    List<String> orderedVersions() {
        return OcsfClasses.versions().stream().filter(versions::contains).toList();
    }

    /** Names or uids of the classes; empty for all. */
    public Set<String> classes() {
        return classes;
    }

    boolean wants(OcsfClass c) {
        return classes.isEmpty() || classes.contains(c.name()) || classes.contains(Integer.toString(c.uid()));
    }

    public String codec() {
        return codec;
    }

    public boolean serverless() {
        return serverless;
    }

    public MappingOptions mapping() {
        return mapping;
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
        private Set<String> classes = Set.of();
        private String codec = DEFAULT_CODEC;
        private boolean serverless;
        private MappingOptions mapping = MappingOptions.defaults();

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

        /** Names or uids of the classes that get templates. The default is all. */
        public Builder classes(Collection<String> classes) {
            for (String wanted : classes) {
                boolean known = OcsfClasses.all().stream()
                        .anyMatch(c -> c.name().equals(wanted)
                                || Integer.toString(c.uid()).equals(wanted));
                if (!known) {
                    throw new IllegalArgumentException("no class of any bundled OCSF version has this name or uid; "
                            + wanted + "; ./ocsf schema VERSION lists them");
                }
            }
            this.classes = new LinkedHashSet<>(classes);
            return this;
        }

        /** How stored documents are compressed. The default is {@link #DEFAULT_CODEC}. */
        public Builder codec(String codec) {
            if (!codec.matches("[a-z0-9_]{1,40}")) {
                throw new IllegalArgumentException(
                        "not the name of a codec; \"" + codec + "\"; such as best_compression");
            }
            this.codec = codec;
            return this;
        }

        /**
         * Whether the templates are for a collection of OpenSearch Serverless: no settings that it manages itself, a real
         * {@code @timestamp}, no retention policies and no roles. The default is false.
         */
        public Builder serverless(boolean serverless) {
            this.serverless = serverless;
            return this;
        }

        /** How attributes become fields. The default is {@link MappingOptions#defaults()}. */
        public Builder mapping(MappingOptions mapping) {
            this.mapping = Objects.requireNonNull(mapping, "mapping");
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalStateException where a collection of OpenSearch Serverless would need an ingest pipeline
         */
        public TemplateOptions build() {
            if (serverless && Unmapped.pipeline(mapping) != null) {
                throw new IllegalStateException("serverless collections get no ingest pipeline, which unmapped "
                        + mapping.unmapped() + " with promoted "
                        + mapping.promoted().keySet()
                        + " needs; use FLAT_OBJECT or NOT_INDEXED");
            }
            return new TemplateOptions(this);
        }
    }
}
