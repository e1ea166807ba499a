package org.ocsf4j.parquet.internal.block;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Variants of random content over one dictionary of names. */
final class RandomVariant {

    /** {@code a}, {@code "} and {@code \u00e4}. */
    static final byte[] METADATA = {0x01, 3, 0, 1, 2, 4, 'a', '"', (byte) 0xC3, (byte) 0xA4};

    private static final int NAMES = 3;

    private RandomVariant() {}

    static byte[] value(Random random) {
        return value(random, 0);
    }

    private static byte[] value(Random random, int depth) {
        return switch (random.nextInt(depth < 3 ? 11 : 9)) {
            case 0 -> new byte[] {0};
            case 1 -> new byte[] {(byte) ((random.nextBoolean() ? 1 : 2) << 2)};
            case 2 -> primitive(3, 1, random);
            case 3 -> primitive(6, 8, random);
            case 4 -> primitive(7, 8, random);
            case 5 -> primitive(14, 4, random);
            case 6 -> primitive(12, 8, random);
            case 7 -> primitive(20, 16, random);
            case 8 -> shortString(random);
            case 9 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static byte[] primitive(int type, int size, Random random) {
        byte[] bytes = new byte[1 + size];
        random.nextBytes(bytes);
        bytes[0] = (byte) (type << 2);
        return bytes;
    }

    /** Now and then not UTF-8. */
    private static byte[] shortString(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(20)];
        for (int i = 1; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : ' ' + random.nextInt(90));
        }
        bytes[0] = (byte) ((bytes.length - 1) << 2 | 1);
        return bytes;
    }

    private static byte[] array(Random random, int depth) {
        int count = random.nextInt(4);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(1 << 2 | 3); // offsets of two bytes
        bytes.write(count);
        values(random, depth, count, values, bytes);
        return bytes.toByteArray();
    }

    private static byte[] object(Random random, int depth) {
        int count = random.nextInt(NAMES + 1);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(1 << 2 | 2);
        bytes.write(count);
        for (int i = 0; i < count; i++) {
            bytes.write(i);
        }
        values(random, depth, count, values, bytes);
        return bytes.toByteArray();
    }

    private static void values(
            Random random, int depth, int count, ByteArrayOutputStream values, ByteArrayOutputStream bytes) {
        for (int i = 0; i <= count; i++) {
            bytes.write(values.size());
            bytes.write(values.size() >> 8);
            if (i < count) {
                values.writeBytes(value(random, depth + 1));
            }
        }
        bytes.writeBytes(values.toByteArray());
    }
}
