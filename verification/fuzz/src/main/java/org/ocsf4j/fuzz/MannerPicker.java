package org.ocsf4j.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/** Picks how a case's file is read, filters and rules on fields that the sound file has among it. */
final class MannerPicker {

    private static final int MOST_RULES = 3;
    private static final byte[] KEY = "sixteen bytes or more".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    /** Levels of lists and maps, which have no name in a path. */
    private static final Set<String> BETWEEN =
            Set.of("list", "array", "bag", "element", "array_element", "item", "key_value", "map", "m");

    private final List<SchemaElement> schema;
    private final Dice dice;

    private MannerPicker(List<SchemaElement> schema, Dice dice) {
        this.schema = schema;
        this.dice = dice;
    }

    static Manner pick(List<SchemaElement> schema, Dice dice) {
        boolean everyOption = dice.onceIn(6);
        boolean severalAtOnce = dice.onceIn(8);
        Transform transform = dice.onceIn(5) ? new MannerPicker(schema, dice).transform() : Transform.NONE;
        return new Manner(everyOption, severalAtOnce, transform);
    }

    private Transform transform() {
        Transform transform = Transform.NONE;
        if (dice.coin()) {
            transform = transform.where(filter());
        }
        for (int i = dice.below(MOST_RULES + 1); i > 0; i--) {
            transform = transform.with(rule());
        }
        return transform;
    }

    private RowFilter filter() {
        String path = path();
        RowFilter one =
                switch (dice.below(5)) {
                    case 0 -> RowFilter.present(path);
                    case 1 -> RowFilter.range(path, dice.between(-100, 10), dice.between(10, 10_000));
                    case 2 -> RowFilter.prefix(path, "a");
                    case 3 -> RowFilter.in(path, List.of("a", 1L, true, 0.5));
                    default -> RowFilter.equal(path, (long) dice.below(20));
                };
        if (dice.coin()) {
            return RowFilter.not(one);
        }
        return dice.onceIn(3) ? RowFilter.any(one, RowFilter.present(path())) : one;
    }

    private FieldRule rule() {
        String path = path();
        return switch (dice.below(5)) {
            case 0 -> FieldRule.drop(path);
            case 1 -> FieldRule.mask(path);
            case 2 -> FieldRule.hash(path, KEY);
            case 3 -> FieldRule.rename(path, "another");
            default -> FieldRule.constant(path, "constant");
        };
    }

    /** The path of some field, that of a group too. */
    private String path() {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (schema.get(at).getNum_children() > 0 && (names.isEmpty() || !dice.onceIn(4))) {
            int child = at + 1;
            for (int skip = dice.below(schema.get(at).getNum_children()); skip > 0; skip--) {
                child = behind(child);
            }
            at = child;
            String name = String.valueOf(schema.get(at).getName());
            if (!BETWEEN.contains(name) && name.matches("\\w+")) {
                names.add(name);
            }
        }
        return names.isEmpty() ? "no_such_field" : String.join(".", names);
    }

    /** The element behind this one and all below it. */
    private int behind(int element) {
        int next = element + 1;
        for (int i = schema.get(element).getNum_children(); i > 0; i--) {
            next = behind(next);
        }
        return next;
    }
}
