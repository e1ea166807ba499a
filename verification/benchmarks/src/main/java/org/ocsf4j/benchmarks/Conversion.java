package org.ocsf4j.benchmarks;

/** One way from a Parquet file to JSON that nobody keeps. Belongs to one thread and lives as long as its process. */
interface Conversion {

    /** Converts the whole file. */
    Converted convert(Source source) throws Exception;
}
