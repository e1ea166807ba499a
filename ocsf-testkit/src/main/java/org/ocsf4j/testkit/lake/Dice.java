package org.ocsf4j.testkit.lake;

import java.util.List;

/**
 * Random choices that are the same on every JVM: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
 * 2014), and nothing of the platform's own generators.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final char[] ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

    private long state;

    Dice(long seed) {
        this.state = mix(seed);
    }

    /** Dice of their own for one part of the work, so that parts do not depend on each other's order. */
    static Dice of(long seed, String part) {
        long hash = seed;
        for (int i = 0; i < part.length(); i++) {
            hash = mix(hash + part.charAt(i));
        }
        return new Dice(hash);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Evenly in [0, 1). */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Evenly in [0, bound). */
    int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** Evenly in [low, high]. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** In [0, bound), small numbers far more often than large ones. */
    int skewed(int bound) {
        double u = fraction();
        return (int) (u * u * u * bound);
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /** Early items far more often than late ones. */
    <T> T pickSkewed(List<T> items) {
        return items.get(skewed(items.size()));
    }

    /** A whole number from low upwards, mostly small, now and then up to low * 2^doublings. */
    long heavyTailed(long low, int doublings) {
        double u = fraction();
        double exponent = doublings * u * u;
        return low + (long) (low * (StrictMath.pow(2, exponent) - 1));
    }

    String hex(int digits) {
        return letters(HEX, 15, digits);
    }

    /** The letters and digits that IAM and STS make their unique ids of. */
    String id(int length) {
        return letters(ID, 31, length);
    }

    private String letters(char[] alphabet, int mask, int length) {
        char[] text = new char[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            if (i % 12 == 0) {
                bits = next();
            }
            text[i] = alphabet[(int) bits & mask];
            bits >>>= 5;
        }
        return new String(text);
    }

    /** A random (version 4) UUID in its canonical text. */
    String uuid() {
        char[] text = new char[36];
        long high = next();
        long low = next();
        for (int i = 0, digit = 0; i < text.length; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                text[i] = '-';
            } else {
                long half = digit < 16 ? high : low;
                text[i] = HEX[(int) (half >>> (4 * (digit & 15))) & 15];
                digit++;
            }
        }
        text[14] = '4';
        text[19] = HEX[8 | ((int) (low >>> 60) & 3)];
        return new String(text);
    }
}
