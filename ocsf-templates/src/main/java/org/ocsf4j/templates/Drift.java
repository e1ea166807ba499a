package org.ocsf4j.templates;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what is installed and what should be.
 *
 * @param kind what it is of
 * @param name its name
 * @param path the member that differs, with dots; empty where all of it is missing
 * @param wanted its value as it should be; null where it should not be there
 * @param found its value as it is; null where it is not there
 */
public record Drift(Template.Kind kind, String name, String path, @Nullable String wanted, @Nullable String found) {

    public Drift {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
    }

    /** One line for a terminal. */
    @Override
    public String toString() {
        String subject = kind.caption() + ' ' + name;
        if (path.isEmpty()) {
            return subject + ": not installed";
        }
        return subject + ": " + path + ": " + (found == null ? "is missing" : "is " + found) + ", should be "
                + (wanted == null ? "absent" : wanted);
    }
}
