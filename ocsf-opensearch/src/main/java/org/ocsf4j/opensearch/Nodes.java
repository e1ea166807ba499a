package org.ocsf4j.opensearch;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;

/**
 * The nodes of one cluster, in turn. One that failed is passed over for a while, twice as long with each failure in a row, unless
 * all have failed: then whichever is due first gets its turn. Thread-safe. Time is passed in.
 */
final class Nodes {

    static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;

    private final List<HttpHost> hosts;
    private final int[] failures;
    private final long[] restsUntil;
    private int next;

    Nodes(List<HttpHost> hosts) {
        this.hosts = List.copyOf(hosts);
        failures = new int[hosts.size()];
        restsUntil = new long[hosts.size()];
    }

    int count() {
        return hosts.size();
    }

    HttpHost host(int node) {
        return hosts.get(node);
    }

    /** The next node that is not among {@code tried}; there has to be one. */
    synchronized int take(BitSet tried, long now) {
        int best = -1;
        for (int i = 0; i < hosts.size(); i++) {
            int node = (next + i) % hosts.size();
            if (!tried.get(node) && (best < 0 || rest(node, now) < rest(best, now))) {
                best = node;
            }
        }
        next = (best + 1) % hosts.size();
        return best;
    }

    private long rest(int node, long now) {
        return failures[node] == 0 ? 0 : Math.max(0, restsUntil[node] - now);
    }

    synchronized void answered(int node) {
        failures[node] = 0;
    }

    synchronized void failed(int node, long now) {
        restsUntil[node] = now + (FIRST_REST.toNanos() << Math.min(failures[node], MOST_DOUBLINGS));
        failures[node]++;
    }
}
