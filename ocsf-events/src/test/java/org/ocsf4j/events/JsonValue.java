package org.ocsf4j.events;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocsf4j.schema.json.JsonTree;

/** A JSON text as a value that equals another whatever the order of members and the spelling of numbers. */
final class JsonValue {

    private JsonValue() {}

    static Object of(byte[] json) throws IOException {
        return of(JsonTree.parseObject(json));
    }

    private static Object of(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            Map<Object, Object> members = new HashMap<>();
            object.forEach((name, value) -> members.put(name, of(value)));
            return members;
        }
        if (tree instanceof List<?> array) {
            return array.stream().map(JsonValue::of).toList();
        }
        if (tree instanceof Number) {
            BigDecimal number = new BigDecimal(tree.toString());
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return tree;
    }
}
