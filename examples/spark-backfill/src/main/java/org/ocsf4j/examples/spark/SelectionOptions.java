package org.ocsf4j.examples.spark;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.backfill.LakeSelection;
import picocli.CommandLine.Option;

/** Which objects of the lake are meant. */
final class SelectionOptions {

    @Option(names = "--prefix", paramLabel = "PREFIX", description = "only keys that begin so")
    private @Nullable String prefix;

    @Option(names = "--source", paramLabel = "NAME", description = "only this source below aws/ or ext/")
    private @Nullable String source;

    @Option(names = "--region", paramLabel = "REGION", description = "only partitions of this region")
    private @Nullable String region;

    @Option(names = "--account", paramLabel = "ID", description = "only partitions of this account")
    private @Nullable String account;

    @Option(names = "--from", paramLabel = "DAY", description = "only partitions of this UTC day and later, 2026-06-01")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "only partitions up to this UTC day, itself included")
    private @Nullable LocalDate to;

    LakeSelection selection() {
        return new LakeSelection(prefix, source, region, account, from, to);
    }
}
