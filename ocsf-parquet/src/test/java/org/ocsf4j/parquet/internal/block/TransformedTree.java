package org.ocsf4j.parquet.internal.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.ListShape;
import org.ocsf4j.parquet.internal.shape.MapShape;
import org.ocsf4j.parquet.internal.shape.Shape;
import org.ocsf4j.parquet.internal.shape.StructShape;
import org.ocsf4j.transform.FieldPath;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;

/** Does to a document's tree what a transform does to columns, one rule at a time. */
final class TransformedTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TransformedTree() {}

    static boolean matches(RowFilter filter, StructShape root, JsonNode document) {
        if (filter instanceof RowFilter.All all) {
            return all.filters().stream().allMatch(one -> matches(one, root, document));
        }
        if (filter instanceof RowFilter.Any any) {
            return any.filters().stream().anyMatch(one -> matches(one, root, document));
        }
        if (filter instanceof RowFilter.Not not) {
            return !matches(not.filter(), root, document);
        }
        if (filter instanceof RowFilter.Present present) {
            return at(present.path(), root, document, false).stream().anyMatch(value -> !value.isNull());
        }
        if (filter instanceof RowFilter.Prefix prefix) {
            return at(prefix.path(), root, document, true).stream()
                    .anyMatch(value -> value.isTextual() && value.textValue().startsWith(prefix.prefix()));
        }
        if (filter instanceof RowFilter.Range range) {
            return at(range.path(), root, document, true).stream()
                    .anyMatch(value -> value.isNumber()
                            && value.decimalValue().compareTo(range.least()) >= 0
                            && value.decimalValue().compareTo(range.most()) <= 0);
        }
        RowFilter.In in = (RowFilter.In) filter;
        return at(in.path(), root, document, true).stream()
                .anyMatch(value -> in.values().stream().anyMatch(wanted -> isEqual(wanted, value)));
    }

    private static boolean isEqual(RowFilter.Scalar wanted, JsonNode value) {
        if (wanted instanceof RowFilter.Scalar.Text text) {
            return value.isTextual() && value.textValue().equals(text.value());
        }
        if (wanted instanceof RowFilter.Scalar.Truth truth) {
            return value.isBoolean() && value.booleanValue() == truth.value();
        }
        BigDecimal number = ((RowFilter.Scalar.Numeric) wanted).value();
        return value.isNumber() && value.decimalValue().compareTo(number) == 0;
    }

    /** Every value that the path means; with {@code elements} those of a list at its end, else the list. */
    private static List<JsonNode> at(FieldPath path, StructShape root, JsonNode document, boolean elements) {
        List<JsonNode> values = List.of(document);
        Shape shape = root;
        for (String name : path.names()) {
            while (shape instanceof ListShape list) {
                shape = list.element();
                values = elementsOf(values);
            }
            if (!(shape instanceof StructShape struct) || struct.member(name) == null) {
                return List.of();
            }
            shape = struct.member(name);
            List<JsonNode> next = new ArrayList<>();
            values.forEach(value -> {
                if (value.has(name)) {
                    next.add(value.get(name));
                }
            });
            values = next;
        }
        while (elements && shape instanceof ListShape list) {
            shape = list.element();
            values = elementsOf(values);
        }
        return elements && !(shape instanceof Leaf) ? List.of() : values;
    }

    private static List<JsonNode> elementsOf(List<JsonNode> lists) {
        List<JsonNode> elements = new ArrayList<>();
        lists.forEach(list -> list.forEach(elements::add));
        return elements;
    }

    /** Applies one rule. */
    static void apply(FieldRule rule, StructShape root, JsonNode document) {
        List<String> names = rule.path().names();
        if (rule instanceof FieldRule.Constant constant && !root.members().isEmpty()) {
            set(constant, document);
            return;
        }
        FieldPath path = rule.path();
        List<JsonNode> holders = names.size() == 1
                ? List.of(document)
                : at(new FieldPath(names.subList(0, names.size() - 1)), root, document, false);
        Shape below = shapeAt(path, root);
        if (below == null) {
            return;
        }
        change(holders, path.name(), rule, below);
    }

    private static void change(List<JsonNode> holders, String name, FieldRule rule, Shape below) {
        for (JsonNode holder : holders) {
            if (holder instanceof ArrayNode) {
                change(elementsOf(List.of(holder)), name, rule, below);
            } else if (holder instanceof ObjectNode object && object.has(name)) {
                if (rule instanceof FieldRule.Drop) {
                    object.remove(name);
                } else if (rule instanceof FieldRule.Rename rename) {
                    object.set(rename.name(), object.remove(name));
                } else {
                    object.set(name, replaced(rule, below, object.get(name)));
                }
            }
        }
    }

    private static JsonNode replaced(FieldRule rule, Shape shape, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (shape instanceof ListShape list) {
            ArrayNode changed = NODES.arrayNode();
            value.forEach(element -> changed.add(replaced(rule, list.element(), element)));
            return changed;
        }
        if (shape instanceof StructShape struct) {
            ObjectNode changed = NODES.objectNode();
            struct.members().forEach(member -> {
                if (value.has(member.name())) {
                    changed.set(member.name(), replaced(rule, member.shape(), value.get(member.name())));
                }
            });
            return changed;
        }
        if (shape instanceof MapShape map && value.isObject()) {
            ObjectNode changed = NODES.objectNode();
            value.properties()
                    .forEach(entry -> changed.set(entry.getKey(), replaced(rule, map.value(), entry.getValue())));
            return changed;
        }
        if (rule instanceof FieldRule.Mask mask) {
            return NODES.textNode(mask.text());
        }
        byte[] text = (value.isTextual() ? value.textValue() : value.toString()).getBytes(StandardCharsets.UTF_8);
        return NODES.textNode(
                HexFormat.of().formatHex(((FieldRule.Hash) rule).key().mac().doFinal(text)));
    }

    private static @Nullable Shape shapeAt(FieldPath path, StructShape root) {
        Shape shape = root;
        for (String name : path.names()) {
            while (shape instanceof ListShape list) {
                shape = list.element();
            }
            shape = shape instanceof StructShape struct ? struct.member(name) : null;
            if (shape == null) {
                return null;
            }
        }
        return shape;
    }

    private static void set(FieldRule.Constant constant, JsonNode document) {
        ((ObjectNode) document).put(constant.path().name(), ((RowFilter.Scalar.Text) constant.value()).value());
    }
}
