package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** Ids that were given before and are kept; any text, escaped for JSON. */
final class WrittenIds implements ItemIds {

    private final List<String> ids;
    private final byte[][] encoded;

    WrittenIds(List<String> ids) {
        this.ids = List.copyOf(ids);
        encoded = new byte[ids.size()][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = JsonStringEncoder.getInstance().quoteAsUTF8(this.ids.get(i));
        }
    }

    @Override
    public String id(int event) {
        return ids.get(event);
    }

    @Override
    public int write(int event, byte[] target, int position) {
        byte[] id = encoded[event];
        System.arraycopy(id, 0, target, position, id.length);
        return position + id.length;
    }

    @Override
    public int bytesAtMost(int event) {
        return encoded[event].length;
    }
}
