package org.ocsf4j.parquet.internal.filter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.shape.LeafKind;
import org.ocsf4j.transform.RowFilter.Scalar;

/** One of several values. */
final class InTest implements ValueTest {

    /** Strings and booleans as JSON spells them. */
    private final List<byte[]> tokens = new ArrayList<>();

    private final List<byte[]> strings = new ArrayList<>();
    private boolean mayBeMended;
    private final List<BigDecimal> numbers = new ArrayList<>();

    InTest(List<Scalar> values) {
        for (Scalar value : values) {
            if (value instanceof Scalar.Text text) {
                tokens.add(JsonText.quoted(text.value()));
                strings.add(text.value().getBytes(StandardCharsets.UTF_8));
                mayBeMended |= JsonText.mayBeMended(text.value());
            } else if (value instanceof Scalar.Truth truth) {
                tokens.add(String.valueOf(truth.value()).getBytes(StandardCharsets.US_ASCII));
            } else if (value instanceof Scalar.Numeric number) {
                numbers.add(number.value());
            }
        }
    }

    @Override
    public boolean matches(byte[] json, int from, int to) {
        for (byte[] token : tokens) {
            if (Arrays.equals(json, from, to, token, 0, token.length)) {
                return true;
            }
        }
        BigDecimal number = numbers.isEmpty() ? null : Numbers.parse(json, from, to);
        return number != null && numbers.stream().anyMatch(one -> one.compareTo(number) == 0);
    }

    @Override
    public boolean mayMatch(LeafKind kind, ChunkStatistics statistics) {
        if (kind == LeafKind.STRING) {
            return mayBeMended
                    || strings.stream()
                            .anyMatch(one -> Arrays.compareUnsigned(one, statistics.least()) >= 0
                                    && Arrays.compareUnsigned(one, statistics.greatest()) <= 0);
        }
        if (!Numbers.areBounds(kind, statistics)) {
            return true;
        }
        BigDecimal least = Numbers.bound(statistics.least());
        BigDecimal greatest = Numbers.bound(statistics.greatest());
        return numbers.stream().anyMatch(one -> one.compareTo(least) >= 0 && one.compareTo(greatest) <= 0);
    }
}
