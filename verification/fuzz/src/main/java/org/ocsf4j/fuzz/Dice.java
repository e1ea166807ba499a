package org.ocsf4j.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices of one case: the same seed and number give the same choices, whatever ran before. Not thread-safe. */
public final class Dice {

    private static final long[] EDGES = {
        0,
        1,
        2,
        3,
        7,
        8,
        63,
        64,
        127,
        128,
        255,
        256,
        32_767,
        65_535,
        65_536,
        1 << 20,
        1 << 24,
        64 << 20,
        1 << 28,
        1 << 30,
        Integer.MAX_VALUE - 8,
        Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        (1L << 32) - 1,
        1L << 32,
        1L << 40,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Integer.MIN_VALUE,
        -1,
        -2,
        -128
    };

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The choices of case {@code number} of the run with {@code seed}. */
    public static Dice of(long seed, long number) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (number * 0xD1342543DE82EF95L);
        return new Dice(new SplittableRandom(mixed ^ (mixed >>> 29)));
    }

    /** Evenly in [0, bound); 0 where the bound is 0. */
    public int below(int bound) {
        return bound <= 0 ? 0 : random.nextInt(bound);
    }

    /** Evenly in [low, high]. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True once in {@code times}. */
    public boolean onceIn(int times) {
        return below(times) == 0;
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    public long any() {
        return random.nextLong();
    }

    public byte anyByte() {
        return (byte) random.nextInt();
    }

    public <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    public <T> T pick(T[] items) {
        return items[below(items.length)];
    }

    /** A number that has broken readers before: near {@code honest}, at an edge of some width, or anything. */
    public long forged(long honest) {
        return switch (below(8)) {
            case 0 -> honest + 1;
            case 1 -> honest - 1;
            case 2 -> honest * between(2, 1_000);
            case 3 -> honest + between(-64, 64);
            case 4 -> honest == 0 ? 1 : -honest;
            case 5 -> any() >>> below(64);
            default -> EDGES[below(EDGES.length)];
        };
    }

    /** Like {@link #forged(long)}, in 32 bits. */
    public int forged(int honest) {
        return (int) forged((long) honest);
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
