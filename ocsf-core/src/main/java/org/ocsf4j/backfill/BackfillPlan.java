package org.ocsf4j.backfill;

import java.util.List;

/**
 * What a backfill would read.
 *
 * @param sources what is to be read, source by source, in order of their folders
 * @param settledObjects objects that the ledger has as settled; not in {@code sources}
 * @param settledBytes their stored bytes
 * @param ignoredObjects objects that were listed and are not meant, or hold no events
 * @param sampledObjects objects whose footers were read for the estimate of documents
 */
public record BackfillPlan(
        List<Source> sources, long settledObjects, long settledBytes, long ignoredObjects, long sampledObjects) {

    /**
     * What is to be read of one source.
     *
     * @param folder the source's folder, such as {@code aws/ROUTE53}
     * @param objects its objects
     * @param bytes their stored bytes
     * @param documents about how many events they hold, by rows a byte of the sample
     */
    public record Source(String folder, long objects, long bytes, long documents) {}

    public BackfillPlan {
        sources = List.copyOf(sources);
    }

    public long objects() {
        return sources.stream().mapToLong(Source::objects).sum();
    }

    public long bytes() {
        return sources.stream().mapToLong(Source::bytes).sum();
    }

    public long documents() {
        return sources.stream().mapToLong(Source::documents).sum();
    }
}
