package org.ocsf4j.aws.notification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of keys in S3 {@code Records}: {@code application/x-www-form-urlencoded}, where {@code +} is a space and
 * {@code %2B} a plus.
 */
final class FormEncoding {

    private static final int HEX = 16;

    private FormEncoding() {}

    /** Decodes once. What is not an escape stands for itself. */
    static String decode(String encoded) throws MalformedMessageException {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        byte[] in = utf8(encoded);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                out.write(octet(in, i + 1));
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("an object's key is not UTF-8 once it is decoded");
        }
    }

    /** The bytes of a text that is well-formed UTF-16. */
    static byte[] utf8(String text) throws MalformedMessageException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("an object's key has half of a surrogate pair");
        }
    }

    private static int octet(byte[] in, int at) throws MalformedMessageException {
        int high = at + 1 < in.length ? Character.digit(in[at], HEX) : -1;
        int low = at + 1 < in.length ? Character.digit(in[at + 1], HEX) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedMessageException("an object's key has a % that no two hexadecimal digits follow");
        }
        return high * HEX + low;
    }
}
