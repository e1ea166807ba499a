package org.ocsf4j.parquet.internal.shape;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import org.ocsf4j.transform.RowFilter.Scalar;

/** The JSON text of what a rule sets: a string, number or boolean, or an object of them. */
final class ConstantText {

    private ConstantText() {}

    static String of(Object value) {
        if (value instanceof Scalar.Text text) {
            return quoted(text.value());
        }
        if (value instanceof Scalar.Numeric number) {
            return number.value().toPlainString();
        }
        if (value instanceof Scalar.Truth truth) {
            return String.valueOf(truth.value());
        }
        StringBuilder object = new StringBuilder();
        ((Map<?, ?>) value).forEach((name, member) -> object.append(',')
                .append(quoted(String.valueOf(name)))
                .append(':')
                .append(of(member)));
        return object.append('}').replace(0, 1, "{").toString();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
