package org.ocsf4j.opensearch;

/** Decimal digits of numbers from 0 on, straight into a buffer. */
final class Digits {

    private Digits() {}

    /** Writes the number and returns the position behind it. */
    static int write(long number, byte[] target, int position) {
        if (number < 0) {
            throw new IllegalArgumentException("the number is negative; " + number);
        }
        int end = position + count(number);
        long rest = number;
        for (int i = end - 1; i >= position; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    private static int count(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
