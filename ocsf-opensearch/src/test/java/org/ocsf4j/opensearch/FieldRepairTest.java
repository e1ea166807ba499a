package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRepairTest {

    private static @Nullable String repaired(String document, String field) {
        byte[] bytes = FieldRepair.moveAside(
                document.getBytes(StandardCharsets.UTF_8), "failed to parse field [" + field + "] of type [integer]");
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a   | {'a':1,'b':2}               | {'b':2,'ocsf_rejected':'{~a~:1}'}",
                "b   | {'a':1,'b':2}               | {'a':1,'ocsf_rejected':'{~b~:2}'}",
                "b   | {'a':1,'b':2,'c':3}         | {'a':1,'c':3,'ocsf_rejected':'{~b~:2}'}",
                "a   | {'a':[1,{'x':2}]}           | {'ocsf_rejected':'{~a~:[1,{~x~:2}]}'}",
                "a.b | {'a':{'b':'x','c':1},'d':2} | {'a':{'c':1},'d':2,'ocsf_rejected':'{~a.b~:~x~}'}",
                "a.b | {'a':{'b':true}}            | {'a':{},'ocsf_rejected':'{~a.b~:true}'}",
                "a.b | {'a':[{'b':1},{'b':2,'c':3}]} | {'a':[{},{'c':3}],'ocsf_rejected':'{~a.b~:[1,2]}'}",
                "a.b | {'a.b':1.50,'c':18446744073709551615} | {'c':18446744073709551615,'ocsf_rejected':'{~a.b~:1.50}'}",
                "a   | { 'a' : 1 , 'b' : 2 }       | {  'b' : 2 ,'ocsf_rejected':'{~a~:1}'}",
                "a   | {'a':null,'a':2}            | {'ocsf_rejected':'{~a~:[null,2]}'}",
                "n   | {'ab':{'n':1},'n':2}        | {'ab':{'n':1},'ocsf_rejected':'{~n~:2}'}"
            })
    void cutsTheFieldOutAndKeepsItAsText(String field, String document, String expected) {
        assertThat(repaired(document.replace('\'', '"'), field))
                .isEqualTo(expected.replace('\'', '"').replace("~", "\\\""));
    }

    @Test
    void keepsTextThatNeedsEscapes() {
        assertThat(repaired("{\"a\":\"é \\\"q\\\" 🙂\",\"b\":\"}\\n\"}", "a"))
                .isEqualTo("{\"b\":\"}\\n\",\"ocsf_rejected\":\"{\\\"a\\\":\\\"é \\\\\\\"q\\\\\\\" 🙂\\\"}\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "漢", "🙂", "\\n", "y🙂"})
    void keepsALongValueInPiecesThatFitATerm(String text) throws IOException {
        String value = "\"" + text.repeat(40_000) + "\"";
        String document = "{\"a\":" + value + ",\"b\":1}";
        StringBuilder whole = new StringBuilder();
        try (JsonParser parser = Json.FACTORY.createParser(repaired(document, "a"))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    assertThat(parser.getText().getBytes(StandardCharsets.UTF_8).length)
                            .isLessThanOrEqualTo(32_000);
                    whole.append(parser.getText());
                }
            }
        }
        assertThat(whole).hasToString("{\"a\":" + value + "}");
    }

    @Test
    void findsTheObjectWhoseFlattenedValueIsTooLong() {
        for (String part : new String[] {"unmapped", "unmapped._value", "unmapped._valueAndPath"}) {
            byte[] repaired = FieldRepair.moveAside(
                    "{\"unmapped\":{\"a.b\":\"c\"},\"n\":1}".getBytes(StandardCharsets.UTF_8),
                    "Document contains at least one immense term in field=\"" + part
                            + "\" (whose UTF8 encoding is longer");
            assertThat(repaired)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("{\"n\":1,\"ocsf_rejected\":\"{\\\"unmapped\\\":{\\\"a.b\\\":\\\"c\\\"}}\"}");
        }
    }

    @Test
    void leavesAloneWhatItCannotMend() {
        assertThat(repaired("{\"a\":1}", "b")).as("no such field").isNull();
        assertThat(repaired("not json", "a")).isNull();
        assertThat(repaired("[{\"a\":1}]", "a")).isNull();
        assertThat(repaired("{\"a\":1", "a")).isNull();
        assertThat(repaired("{\"ocsf_rejected\":1,\"a\":1}", "a"))
                .as("repaired before")
                .isNull();
        assertThat(FieldRepair.moveAside("{\"a\":1}".getBytes(StandardCharsets.UTF_8), "Limit of total fields [1000]"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed to parse field [n] of type [integer] in document with id 'x'. Preview of field's value: 'y' | n",
                "object mapping for [a.b] tried to parse field [b] as object, but found a concrete value | a.b",
                "mapping set to strict, dynamic introduction of [b] within [_doc] is not allowed | b",
                "mapping set to strict, dynamic introduction of [b] within [a] is not allowed | a.b",
                "Could not dynamically add mapping for field [a.b]. Existing mapping for [a] must be of type object | a.b",
                "failed to parse [t] | t"
            })
    void findsTheFieldInTheFormsOfOpenSearch(String reason, String field) {
        assertThat(FieldRepair.refusedField(reason)).isEqualTo(field);
    }
}
