package org.ocsf4j.schema.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.validate.AttributeNode.Role;

/** A class, or an object at one path, with its attributes in a hash table over the bytes of their names. */
final class ItemNode {

    /** So many unknown names are told apart in one place. */
    private static final int MAX_UNKNOWN = 64;

    /** The name of all further ones. No spelling in JSON is taken for it: it has a control character. */
    private static final String MANY = "\u0000*";

    final SchemaItem item;

    /** The node whose values these are; constraints are counted there. */
    final AttributeNode owner;

    final AttributeNode[] attributes;

    /** Bits by ordinal: what has to be there, what should. */
    final long[] required;

    final long[] recommended;

    /** The ordinals of enums of ids that have their caption in the same item. */
    final int[] ids;

    final boolean constrained;

    final @Nullable AttributeNode typeUid;

    /** The node that came first the last time. */
    @Nullable
    AttributeNode first;

    private final AttributeNode[] table;
    private final String prefix;
    private final Map<String, AttributeNode> unknown = new HashMap<>();

    ItemNode(OcsfSchema schema, SchemaItem item, AttributeNode owner, String prefix, @Nullable List<String> profiles) {
        this.item = item;
        this.owner = owner;
        this.prefix = prefix;
        int count = item.attributes().size();
        attributes = new AttributeNode[count];
        required = new long[(count >> 6) + 1];
        recommended = new long[(count >> 6) + 1];
        table = new AttributeNode[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 4)];
        int ordinal = 0;
        for (SchemaAttribute a : item.attributes().values()) {
            AttributeNode node = new AttributeNode(schema, a, prefix + a.name(), ordinal, profiles, role(a.name()));
            attributes[ordinal++] = node;
            insert(node);
            // without a list of profiles nothing of a profile is asked for
            boolean asked = a.profiles().isEmpty() || (profiles != null && node.active);
            if (asked && a.requirement() != Requirement.OPTIONAL) {
                long[] bits = a.requirement() == Requirement.REQUIRED ? required : recommended;
                bits[node.ordinal >> 6] |= 1L << node.ordinal;
            }
        }
        ids = siblings();
        constrained = !item.constraints().isEmpty();
        typeUid = prefix.isEmpty() ? named("type_uid") : null;
    }

    private Role role(String name) {
        if (prefix.isEmpty()) {
            return switch (name) {
                case "class_uid" -> Role.CLASS_UID;
                case "activity_id" -> Role.ACTIVITY_ID;
                case "type_uid" -> Role.TYPE_UID;
                case "metadata" -> Role.METADATA;
                default -> Role.NONE;
            };
        }
        if (owner.role == Role.METADATA) {
            return switch (name) {
                case "version" -> Role.VERSION;
                case "profiles" -> Role.PROFILES;
                default -> Role.NONE;
            };
        }
        return Role.NONE;
    }

    private void insert(AttributeNode node) {
        int slot = slot(JsonScanner.hashOf(node.name, 0, node.name.length));
        while (table[slot] != null) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = node;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    private int[] siblings() {
        int[] found = new int[attributes.length];
        int count = 0;
        for (AttributeNode node : attributes) {
            String sibling = node.attribute == null ? null : node.attribute.sibling();
            AttributeNode caption = sibling == null ? null : named(sibling);
            if (caption != null && node.ids != null && !node.array && !caption.array) {
                node.caption = caption.ordinal;
                caption.id = node.ordinal;
                found[count++] = node.ordinal;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The attribute whose name the scanner has just taken; null where the item has none. */
    @Nullable
    AttributeNode find(JsonScanner in) {
        int slot = slot(in.hash());
        AttributeNode node = table[slot];
        while (node != null && !in.textIs(node.name)) {
            slot = (slot + 1) & (table.length - 1);
            node = table[slot];
        }
        return node;
    }

    @Nullable
    AttributeNode named(String name) {
        for (AttributeNode node : attributes) {
            if (node.attribute != null && node.attribute.name().equals(name)) {
                return node;
            }
        }
        return null;
    }

    /** A node for a name that the schema does not have; many such names share one. */
    AttributeNode unknown(String name) {
        AttributeNode node = unknown.get(name);
        if (node == null) {
            String known = unknown.size() < MAX_UNKNOWN && name.length() <= 100 ? name : MANY;
            node = unknown.computeIfAbsent(known, n -> new AttributeNode(prefix + (n.equals(MANY) ? "*" : n), n, -1));
        }
        return node;
    }

    void collect(List<RuleCount> into) {
        for (AttributeNode node : attributes) {
            node.collect(into);
        }
        for (AttributeNode node : new ArrayList<>(unknown.values())) {
            node.collect(into);
        }
    }
}
