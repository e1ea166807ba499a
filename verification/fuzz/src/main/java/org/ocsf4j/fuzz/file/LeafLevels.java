package org.ocsf4j.fuzz.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;

/**
 * The highest levels of a column.
 *
 * @param maxRepetition 0 where nothing above it repeats
 * @param maxDefinition 0 where everything above it is required
 */
public record LeafLevels(int maxRepetition, int maxDefinition) {

    /** Those of every column of a sound footer, in the order of the schema. */
    public static List<LeafLevels> of(FileMetaData footer) {
        List<LeafLevels> leaves = new ArrayList<>();
        int next = 1;
        List<SchemaElement> schema = Footers.schema(footer);
        for (int child = schema.get(0).getNum_children(); child > 0; child--) {
            next = collect(schema, next, new LeafLevels(0, 0), leaves);
        }
        return leaves;
    }

    private static int collect(List<SchemaElement> schema, int at, LeafLevels above, List<LeafLevels> leaves) {
        SchemaElement element = schema.get(at);
        LeafLevels here = above.below(Objects.requireNonNull(element.getRepetition_type()));
        int next = at + 1;
        if (!element.isSetNum_children()) {
            leaves.add(here);
        }
        for (int child = element.getNum_children(); child > 0; child--) {
            next = collect(schema, next, here, leaves);
        }
        return next;
    }

    private LeafLevels below(FieldRepetitionType repetition) {
        return switch (repetition) {
            case REQUIRED -> this;
            case OPTIONAL -> new LeafLevels(maxRepetition, maxDefinition + 1);
            case REPEATED -> new LeafLevels(maxRepetition + 1, maxDefinition + 1);
        };
    }

    /** How many bits hold a level up to {@code max}. */
    public static int bitWidth(int max) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(max);
    }
}
