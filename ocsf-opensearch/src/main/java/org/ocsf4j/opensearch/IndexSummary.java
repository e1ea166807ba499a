package org.ocsf4j.opensearch;

import java.util.Objects;

/**
 * One index.
 *
 * @param name its name
 * @param health {@code green}, {@code yellow} or {@code red}
 * @param documents how many documents a search finds, as of the last refresh
 * @param storeBytes its size on disk with its replicas
 */
public record IndexSummary(String name, String health, long documents, long storeBytes) {

    public IndexSummary {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(health, "health");
    }
}
