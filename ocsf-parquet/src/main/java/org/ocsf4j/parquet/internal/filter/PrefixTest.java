package org.ocsf4j.parquet.internal.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.shape.LeafKind;

/** A string that begins so. */
final class PrefixTest implements ValueTest {

    private final byte[] begun;
    private final byte[] utf8;
    private final boolean mayBeMended;

    PrefixTest(String prefix) {
        this.begun = JsonText.begun(prefix);
        this.mayBeMended = JsonText.mayBeMended(prefix);
        this.utf8 = prefix.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean matches(byte[] json, int from, int to) {
        return to - from > begun.length && Arrays.equals(json, from, from + begun.length, begun, 0, begun.length);
    }

    @Override
    public boolean mayMatch(LeafKind kind, ChunkStatistics statistics) {
        if (kind != LeafKind.STRING || mayBeMended) {
            return true;
        }
        byte[] least = statistics.least();
        byte[] start = Arrays.copyOf(least, Math.min(least.length, utf8.length));
        return Arrays.compareUnsigned(statistics.greatest(), utf8) >= 0 && Arrays.compareUnsigned(start, utf8) <= 0;
    }
}
