package org.ocsf4j.parquet.internal.shape;

import java.util.HashMap;
import java.util.Map;

/** Makes the names of one group's members unique: JSON knows no two members of one name, Parquet does. */
public final class MemberNames {

    /** For each name that is taken the number that its next double tries first: a hostile group has thousands. */
    private final Map<String, Integer> taken = new HashMap<>();

    /** The name itself the first time, then {@code name_2}, {@code name_3}… */
    public String unique(String name) {
        Integer next = taken.putIfAbsent(name, 2);
        if (next == null) {
            return name;
        }
        int number = next;
        String candidate = name + "_" + number;
        while (taken.putIfAbsent(candidate, 2) != null) {
            number++;
            candidate = name + "_" + number;
        }
        taken.put(name, number + 1);
        return candidate;
    }
}
