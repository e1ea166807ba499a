package org.ocsf4j.benchmarks;

import java.util.Locale;

/** The ways from Parquet to JSON that are compared. */
enum Way {
    OURS("ocsf4j, ParquetJson to a stream that discards"),
    BATCHES("ocsf4j, ParquetEventDecoder into batches of the pipeline"),
    DUCKDB("DuckDB, COPY TO '/dev/null' (FORMAT json), 1 thread"),
    AVRO("parquet-avro, then toString"),
    AVRO_JSON("parquet-avro, then Avro's JSON encoder"),
    GROUP("parquet-hadoop example Group, then Jackson"),
    HARDWOOD("Hardwood, then Jackson (newer JDK)"),
    FLOOR("limit: decompress the pages, copy the output once");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** What it is called in tables. */
    String title() {
        return title;
    }

    /** What it is called in options: {@code avro-json}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Way of(String key) {
        for (Way way : values()) {
            if (way.key().equals(key)) {
                return way;
            }
        }
        throw new IllegalArgumentException("there is no way of that name; " + key);
    }

    /** Whether its work is done by threads of its own, so that only the CPU of the process counts. */
    boolean worksInOwnThreads() {
        return this == DUCKDB || this == HARDWOOD;
    }

    /** Whether an aim is set against it: it is measured in every round and on every seed. */
    boolean isMain() {
        return this == OURS || this == DUCKDB || this == AVRO || this == FLOOR;
    }

    Conversion open() throws Exception {
        return switch (this) {
            case OURS -> new OursConversion();
            case BATCHES -> new BatchesConversion();
            case DUCKDB -> new DuckDbConversion();
            case AVRO -> new AvroConversion(new AvroText());
            case AVRO_JSON -> new AvroConversion(new AvroJson());
            case GROUP -> new GroupConversion();
            case HARDWOOD ->
                Class.forName("org.ocsf4j.benchmarks.HardwoodConversion")
                        .asSubclass(Conversion.class)
                        .getDeclaredConstructor()
                        .newInstance();
            case FLOOR -> new FloorConversion();
        };
    }
}
