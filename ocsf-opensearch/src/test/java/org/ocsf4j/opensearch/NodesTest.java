package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class NodesTest {

    private final Nodes nodes = new Nodes(List.of(new HttpHost("a"), new HttpHost("b"), new HttpHost("c")));

    private int take(long now, int... tried) {
        BitSet set = new BitSet();
        for (int node : tried) {
            set.set(node);
        }
        return nodes.take(set, now);
    }

    @Test
    void takesThemInTurn() {
        assertThat(new int[] {take(0), take(0), take(0), take(0)}).containsExactly(0, 1, 2, 0);
    }

    @Test
    void passesOverOneThatFailedUntilItsRestIsOver() {
        nodes.failed(0, 0);
        long rest = Nodes.FIRST_REST.toNanos();
        assertThat(new int[] {take(1), take(1), take(1)}).containsExactly(1, 2, 1);
        assertThat(new int[] {take(rest), take(rest)}).containsExactly(2, 0);
        nodes.failed(0, rest);
        assertThat(new int[] {take(rest * 2), take(rest * 2), take(rest * 2)})
                .as("twice as long")
                .doesNotContain(0);
        nodes.answered(0);
        assertThat(new int[] {take(rest), take(rest), take(rest)}).contains(0);
    }

    @Test
    void takesWhoeverIsDueFirstWhereAllHaveFailed() {
        nodes.failed(1, 0);
        nodes.failed(2, 5);
        nodes.failed(0, 10);
        assertThat(take(20)).isEqualTo(1);
        assertThat(take(20, 1)).isEqualTo(2);
        assertThat(take(20, 1, 2)).isEqualTo(0);
    }
}
