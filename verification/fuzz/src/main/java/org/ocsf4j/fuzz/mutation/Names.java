package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Renames members: the same name twice, none, control characters, dots, or a very long one. */
record Names() implements FooterMutator {

    private static final String[] NAMES = {
        "",
        ".",
        "a.b",
        "list",
        "key",
        "key_value",
        "value",
        "array",
        "x_tuple",
        "\n\t\0",
        "\u202E",
        "\"},{\"",
        "class_uid",
        "time"
    };

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        SchemaElement element = FooterParts.element(footer, dice);
        String before = element.getName();
        String name = dice.onceIn(3)
                ? FooterParts.element(footer, dice).getName()
                : dice.onceIn(30) ? "n".repeat(300_000) : dice.pick(NAMES);
        element.setName(name);
        if (dice.coin()) {
            Footers.rowGroups(footer).forEach(group -> Footers.columns(group).forEach(chunk -> {
                ColumnMetaData metadata = chunk.getMeta_data();
                List<String> path = metadata == null ? new ArrayList<>() : Footers.path(metadata);
                path.replaceAll(part -> part.equals(before) ? name : part);
            }));
        }
    }
}
