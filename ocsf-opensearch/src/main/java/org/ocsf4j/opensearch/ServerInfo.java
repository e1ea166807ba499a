package org.ocsf4j.opensearch;

import java.util.Objects;

/**
 * What a server says about itself.
 *
 * @param clusterName the cluster's name
 * @param distribution {@code opensearch}, or what else it calls itself; empty where it does not say
 * @param version its version, such as {@code 2.19.4}
 */
public record ServerInfo(String clusterName, String distribution, String version) {

    public ServerInfo {
        Objects.requireNonNull(clusterName, "clusterName");
        Objects.requireNonNull(distribution, "distribution");
        Objects.requireNonNull(version, "version");
    }
}
