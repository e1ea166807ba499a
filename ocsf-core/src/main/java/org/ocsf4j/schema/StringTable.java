package org.ocsf4j.schema;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The strings that all bundled versions share, decoded when first asked for. A race decodes one twice, which does no harm.
 *
 * <pre>
 * count  varint
 * count  times: length varint, UTF-8 bytes
 * </pre>
 */
final class StringTable {

    private final byte[] bytes;
    private final int[] offsets;
    private final @Nullable String[] decoded;

    StringTable(byte[] bytes) {
        this.bytes = bytes;
        Varints in = new Varints(bytes);
        int count = in.next();
        offsets = new int[count];
        decoded = new String[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = in.position();
            in.skip(in.next());
        }
    }

    String get(int id) {
        String string = decoded[id];
        if (string == null) {
            Varints in = new Varints(bytes);
            in.skip(offsets[id]);
            int length = in.next();
            string = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
            decoded[id] = string;
        }
        return string;
    }
}
