package org.ocsf4j.benchmarks;

/** What a run consists of. */
enum Part {
    /** Warm processes, one per way, asked in turns. */
    WARM,
    /** A fresh process for each conversion. */
    PROCESS,
    /** Two threads against one. */
    THREADS,
    /** From nothing to the first document, with and without a class-data archive. */
    COLD,
    /** A large object in a small heap. */
    MEMORY
}
