package org.ocsf4j.fuzz.corpus;

import java.io.IOException;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.FileImage;

/**
 * A sound file.
 *
 * @param name what it is, such as {@code lists-delta_v2}
 * @param image its bytes
 * @param draft its parts; to be copied, not changed
 * @param rows how many rows it has
 */
public record SeedFile(String name, FileImage image, Draft draft, long rows) {

    static SeedFile of(String name, Draft draft) throws IOException {
        return new SeedFile(name, draft.layOut().seal(draft.footer()), draft, draft.rows());
    }
}
