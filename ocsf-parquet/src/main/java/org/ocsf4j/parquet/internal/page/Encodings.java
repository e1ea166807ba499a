package org.ocsf4j.parquet.internal.page;

/** The numbers of the format's {@code Encoding}. */
public final class Encodings {

    public static final int PLAIN = 0;
    public static final int PLAIN_DICTIONARY = 2;
    public static final int RLE = 3;
    public static final int BIT_PACKED = 4;
    public static final int DELTA_BINARY_PACKED = 5;
    public static final int DELTA_LENGTH_BYTE_ARRAY = 6;
    public static final int DELTA_BYTE_ARRAY = 7;
    public static final int RLE_DICTIONARY = 8;
    public static final int BYTE_STREAM_SPLIT = 9;

    private static final String[] NAMES = {
        "PLAIN",
        "GROUP_VAR_INT",
        "PLAIN_DICTIONARY",
        "RLE",
        "BIT_PACKED",
        "DELTA_BINARY_PACKED",
        "DELTA_LENGTH_BYTE_ARRAY",
        "DELTA_BYTE_ARRAY",
        "RLE_DICTIONARY",
        "BYTE_STREAM_SPLIT"
    };

    private Encodings() {}

    /** The name of a number. */
    public static String name(int encoding) {
        return encoding >= 0 && encoding < NAMES.length ? NAMES[encoding] : String.valueOf(encoding);
    }
}
