package org.ocsf4j.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonScannerTest {

    private final JsonScanner in = new JsonScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\":[1,-2.5e+3,0,\"x\",true,false,null,{}]} \r\n",
                "{\"\\u00e9\\n\\\"\":\"\\ud83d\\ude00 \u20ac \ud83d\ude00\"}",
                "[[[]]]",
                "-0",
                "9223372036854775807"
            })
    void takesWhatIsJson(String json) throws MalformedJsonException {
        skip(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "[1,]",
                "[1 2]",
                "01",
                "-",
                "1.",
                "1e",
                "+1",
                "NaN",
                "tru",
                "nul",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\u0000\"",
                "\"a\nb\"",
                "{} {}",
                "{}x"
            })
    void refusesWhatIsNone(String json) {
        assertThatThrownBy(() -> skip(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("at byte");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[][] bad = {
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xff},
            {(byte) 0xe2, 0x28},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
        };
        for (byte[] bytes : bad) {
            byte[] json = new byte[bytes.length + 2];
            json[0] = '"';
            json[json.length - 1] = '"';
            System.arraycopy(bytes, 0, json, 1, bytes.length);
            assertThatThrownBy(() -> skip(json)).isInstanceOf(MalformedJsonException.class);
        }
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> skip("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void knowsWhichNumbersFitALong() throws MalformedJsonException {
        assertThat(number("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(in.fitsLong()).isTrue();
        number("9223372036854775808");
        assertThat(in.fitsLong()).isFalse();
        number("123456789012345678901234567890");
        assertThat(in.fitsLong()).isFalse();
        number("1.0");
        assertThat(in.isWhole()).isFalse();
    }

    /** Whatever the bytes, the scanner ends, stays within them, and agrees with a parser on what is JSON. */
    @Property
    void neverTakesWhatAParserRefuses(@ForAll @Size(max = 40) byte[] bytes) {
        byte[] json = ("{\"a\":" + new String(bytes, StandardCharsets.ISO_8859_1) + "}")
                .getBytes(StandardCharsets.ISO_8859_1);
        boolean taken;
        try {
            skip(json);
            taken = true;
        } catch (MalformedJsonException e) {
            taken = false;
        }
        boolean parsed;
        try {
            JsonTree.parseObject(json);
            parsed = true;
        } catch (IOException e) {
            parsed = false;
        }
        assertThat(taken && !parsed)
                .as(new String(json, StandardCharsets.ISO_8859_1))
                .isFalse();
    }

    @Property
    void textSurvives(@ForAll String text) throws IOException, MalformedJsonException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        JsonTree.write(whole, out, false);
        byte[] json = out.toByteArray();
        in.reset(json, 0, json.length);
        in.string();
        assertThat(in.text()).isEqualTo(whole);
    }

    private long number(String text) throws MalformedJsonException {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        in.reset(json, 0, json.length);
        in.number();
        return in.numberValue();
    }

    private void skip(byte[] json) throws MalformedJsonException {
        in.reset(json, 0, json.length);
        in.skipValue(0);
        in.expectEnd();
    }
}
