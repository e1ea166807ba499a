package org.ocsf4j.schema.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.SchemaAttribute;

/** The findings of one event, as windows on its bytes, until somebody wants to read them. */
final class Findings {

    /** So many findings of one event are told apart; more are counted as one. */
    private static final int MAX = 1_000;

    private static final int MAX_VALUE_CHARS = 100;
    private static final int NO_VALUE = -1;

    private AttributeNode[] nodes = new AttributeNode[32];
    private ValidationRule[] rules = new ValidationRule[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private @Nullable EnumValue[] expected = new EnumValue[32];
    private int count;

    private byte[] bytes = {};
    private String malformed = "";

    void reset(byte[] json) {
        bytes = json;
        count = 0;
    }

    void missing(AttributeNode node, ValidationRule rule) {
        add(node, rule, NO_VALUE, NO_VALUE, null);
    }

    void malformed(AttributeNode event, String problem) {
        count = 0;
        malformed = problem;
        add(event, ValidationRule.MALFORMED_JSON, NO_VALUE, NO_VALUE, null);
    }

    void add(AttributeNode node, ValidationRule rule, int start, int end) {
        add(node, rule, start, end, null);
    }

    /** {@code enumValue} is the one whose caption was expected. */
    void add(AttributeNode node, ValidationRule rule, int start, int end, @Nullable EnumValue enumValue) {
        if (count == MAX) {
            return;
        }
        if (count == rules.length) {
            int room = Math.min(MAX, count * 2);
            nodes = Arrays.copyOf(nodes, room);
            rules = Arrays.copyOf(rules, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            expected = Arrays.copyOf(expected, room);
        }
        nodes[count] = node;
        rules[count] = rule;
        starts[count] = start;
        ends[count] = end;
        expected[count] = enumValue;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether one of them is this bad, or worse. */
    boolean any(Severity severity) {
        for (int i = 0; i < count; i++) {
            if (rules[i].severity().compareTo(severity) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** Counts them where they are, keeping the first few of each kind. */
    void tally(int samples) {
        for (int i = 0; i < count; i++) {
            if (nodes[i].tally().count(rules[i], samples)) {
                nodes[i].tally().keep(finding(i));
            }
        }
    }

    List<Finding> toList() {
        List<Finding> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(finding(i));
        }
        return list;
    }

    private Finding finding(int i) {
        return new Finding(nodes[i].path, rules[i], value(i), advice(i));
    }

    private @Nullable String value(int i) {
        if (starts[i] == NO_VALUE) {
            return null;
        }
        int end = Math.min(ends[i], starts[i] + 4 * MAX_VALUE_CHARS);
        String text = new String(bytes, starts[i], end - starts[i], java.nio.charset.StandardCharsets.UTF_8);
        return text.length() <= MAX_VALUE_CHARS ? text : text.substring(0, MAX_VALUE_CHARS) + "...";
    }

    private String advice(int i) {
        AttributeNode node = nodes[i];
        SchemaAttribute a = node.attribute;
        ValidationRule rule = rules[i];
        EnumValue wanted = expected[i];
        return switch (rule) {
            case MALFORMED_JSON -> malformed + "; " + rule.advice();
            case WRONG_TYPE ->
                a == null
                        ? rule.advice()
                        : "write " + (a.isArray() ? "an array of " : "") + a.type() + (a.isObject() ? " objects" : "");
            case UNKNOWN_ENUM_VALUE -> "take one of " + ids(node) + ", or 99 (Other) with the source's own caption";
            case CAPTION_MISMATCH ->
                wanted == null
                        ? rule.advice()
                        : "the schema's caption of " + wanted.id() + " is \"" + wanted.caption() + "\"";
            case AT_LEAST_ONE, JUST_ONE ->
                node.item == null
                        ? rule.advice()
                        : (rule == ValidationRule.JUST_ONE ? "fill exactly one of " : "fill at least one of ")
                                + (rule == ValidationRule.JUST_ONE
                                        ? node.item.item.constraints().justOne()
                                        : node.item.item.constraints().atLeastOne());
            case INACTIVE_PROFILE ->
                a == null ? rule.advice() : "list one of " + a.profiles() + " in metadata.profiles";
            case DEPRECATED ->
                a == null || a.deprecatedSince() == null
                        ? rule.advice()
                        : "deprecated since " + a.deprecatedSince() + "; " + rule.advice();
            default -> rule.advice();
        };
    }

    private static String ids(AttributeNode node) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (EnumValue value :
                node.values.length > 0 || node.texts == null ? List.of(node.values) : node.texts.values()) {
            if (++shown > 12) {
                return text.append(" ...").toString();
            }
            text.append(text.isEmpty() ? "" : ", ").append(value.id());
        }
        return text.toString();
    }
}
