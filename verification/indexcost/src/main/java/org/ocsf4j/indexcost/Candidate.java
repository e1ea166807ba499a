package org.ocsf4j.indexcost;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.templates.MappingOptions;
import org.ocsf4j.templates.UnmappedStrategy;

/** How an index may be mapped. */
enum Candidate {
    /** No mapping: the server makes one of what it sees. What the others are set beside. */
    DYNAMIC,
    /** Every attribute of the class to depth 3, texts as keywords. */
    DEPTH_3,
    /** The generated templates by their defaults. */
    TEMPLATES,
    /** The same, and {@code unmapped} is kept only. */
    TEMPLATES_UNMAPPED_OFF;

    /** The options of the generated templates; null where none are generated. */
    @Nullable
    MappingOptions mapping() {
        return switch (this) {
            case DYNAMIC, DEPTH_3 -> null;
            case TEMPLATES -> MappingOptions.defaults();
            case TEMPLATES_UNMAPPED_OFF ->
                MappingOptions.builder().unmapped(UnmappedStrategy.NOT_INDEXED).build();
        };
    }
}
