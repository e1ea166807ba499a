package org.ocsf4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON by value: member order does not matter, numbers compare as decimals. Two numbers with a fraction or an
 * exponent are also equal where they are the same {@code double} or the same {@code float}, for two shortest spellings of one
 * value may differ in their last digit.
 */
final class JsonValues {

    private JsonValues() {}

    /** The path of the first difference and both values, or null where there is none. */
    static @Nullable String difference(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return sameNumber(expected, actual) ? null : describe(path, expected, actual);
        }
        if (expected.getNodeType() != actual.getNodeType() || expected.size() != actual.size()) {
            return describe(path, expected, actual);
        }
        if (expected instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                JsonNode other = actual.get(member.getKey());
                if (other == null) {
                    return path + "." + member.getKey() + " is missing, expected " + member.getValue();
                }
                String inside = difference(path + "." + member.getKey(), member.getValue(), other);
                if (inside != null) {
                    return inside;
                }
            }
            return null;
        }
        if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                String inside = difference(path + "[" + i + "]", expected.get(i), actual.get(i));
                if (inside != null) {
                    return inside;
                }
            }
            return null;
        }
        return expected.equals(actual) ? null : describe(path, expected, actual);
    }

    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        if (expected.decimalValue().compareTo(actual.decimalValue()) == 0) {
            return true;
        }
        boolean fractions = expected.isBigDecimal() && actual.isBigDecimal();
        return fractions
                && (expected.doubleValue() == actual.doubleValue()
                        || (isShort(expected) && isShort(actual) && expected.floatValue() == actual.floatValue()));
    }

    /** Whether the number has no more digits than a float needs. */
    private static boolean isShort(JsonNode number) {
        return number.decimalValue().precision() <= 9;
    }

    private static String describe(String path, JsonNode expected, JsonNode actual) {
        return path + " is " + actual + ", expected " + expected;
    }
}
