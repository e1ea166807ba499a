package org.ocsf4j.parquet.internal.block;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.json.JsonText;
import org.ocsf4j.parquet.internal.json.MalformedValueException;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.json.VariantWriter;

/** Any JSON value, from two columns. */
final class VariantNode extends ComputedNode {

    private final LeafNode metadata;
    private final LeafNode value;
    private final VariantWriter counting;
    private final VariantWriter repeating = new VariantWriter(new Tally());

    VariantNode(
            byte[] prefix, int definedAt, int nullFrom, LeafNode metadata, LeafNode value, Tally tally, int maxBytes) {
        super(prefix, definedAt, nullFrom, maxBytes);
        this.metadata = metadata;
        this.value = value;
        this.counting = new VariantWriter(tally);
    }

    @Override
    ColumnReader witness() {
        return value.column();
    }

    @Override
    void settle(int slots) {
        metadata.settle(slots);
        value.settle(slots);
        if (definedAt > 0) {
            agree(metadata, value, definedAt, slots);
        }
        level(value.uniformLevel, value.levels, slots);
        compute(slots);
    }

    @Override
    void spell(int slot, JsonText to, boolean first) throws IOException {
        byte[] names = level(slot) < definedAt ? null : bytes(metadata.column(), slot);
        byte[] bytes = level(slot) < definedAt ? null : bytes(value.column(), slot);
        try {
            if (names != null && bytes != null && !VariantWriter.isNull(names, bytes)) {
                to.write(prefix);
                (first ? counting : repeating).write(names, bytes, to.generator());
                to.generator().flush();
            } else if (level(slot) >= nullFrom) {
                to.write(nullText());
            }
        } catch (MalformedValueException e) {
            throw value.column().fault(e);
        }
    }

    /** The column's value in a slot, null where it has none. */
    private static byte @Nullable [] bytes(ColumnReader column, int slot) {
        int level = column.uniformLevel() >= 0 ? column.uniformLevel() : column.levels()[slot];
        if (level < column.leaf().definedAt()) {
            return null;
        }
        TextColumn text = column.text();
        int index = text.isConstant() ? 0 : slot;
        return Arrays.copyOfRange(text.text, text.offsets[index], text.offsets[index] + text.lengths[index]);
    }
}
