package org.ocsf4j.parquet.internal.shape;

import java.util.HashSet;
import java.util.Set;

/** Makes the names of one group's members unique: JSON knows no two members of one name, Parquet does. */
public final class MemberNames {

    private final Set<String> taken = new HashSet<>();

    /** The name itself the first time, then {@code name_2}, {@code name_3}… */
    public String unique(String name) {
        String candidate = name;
        for (int n = 2; !taken.add(candidate); n++) {
            candidate = name + "_" + n;
        }
        return candidate;
    }
}
