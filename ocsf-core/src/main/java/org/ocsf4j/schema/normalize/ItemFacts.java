package org.ocsf4j.schema.normalize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.diff.SchemaDiff;

/** What follows from schemas alone and every event asks for again: found once for a pair of items. Thread-safe. */
final class ItemFacts {

    private final Map<Pair, Map<String, String>> renamed = new ConcurrentHashMap<>();
    private final Map<Pair, List<Sibling>> siblings = new ConcurrentHashMap<>();
    private final Map<Pair, Set<String>> captions = new ConcurrentHashMap<>();

    /** An enum of ids and the attribute that holds its captions. */
    record Sibling(String id, AttributeEnum values, String caption) {}

    /** Two items by identity: a schema makes each of its items once. */
    private static final class Pair {

        private final SchemaItem first;
        private final SchemaItem second;

        Pair(SchemaItem first, SchemaItem second) {
            this.first = first;
            this.second = second;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // comparing two items by what they hold costs more than what is saved
        public boolean equals(@Nullable Object other) {
            return other instanceof Pair that && first == that.first && second == that.second;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(first) * 31 + System.identityHashCode(second);
        }
    }

    /** Older names to newer ones, as the versions' difference says. */
    Map<String, String> renamed(SchemaItem source, SchemaItem target) {
        return renamed.computeIfAbsent(new Pair(source, target), pair -> {
            Map<String, String> byOlder = new LinkedHashMap<>();
            SchemaDiff.renamedAttributes(source, target).forEach((newer, older) -> byOlder.put(older, newer));
            return byOlder;
        });
    }

    /** The pairs of id and caption of an item. */
    List<Sibling> siblings(SchemaItem item) {
        return siblings.computeIfAbsent(new Pair(item, item), pair -> {
            List<Sibling> found = new ArrayList<>();
            for (SchemaAttribute id : item.attributes().values()) {
                String sibling = id.sibling();
                AttributeEnum values = id.enumeration();
                if (sibling != null && values != null && !id.isArray() && item.attribute(sibling) != null) {
                    found.add(new Sibling(id.name(), values, sibling));
                }
            }
            return found;
        });
    }

    /** Whether the attribute's value is looked at: it has an enum, or holds the captions of one. */
    boolean isKey(SchemaItem item, SchemaAttribute attribute) {
        return attribute.enumeration() != null || captions(item).contains(attribute.name());
    }

    private Set<String> captions(SchemaItem item) {
        return captions.computeIfAbsent(new Pair(item, item), pair -> {
            Set<String> names = new HashSet<>();
            for (SchemaAttribute attribute : item.attributes().values()) {
                if (attribute.sibling() != null) {
                    names.add(attribute.sibling());
                }
            }
            return names;
        });
    }
}
