package org.ocsf4j.event;

/**
 * What a decoder had to alter so that its output is strict JSON.
 *
 * @param nonFiniteNumbers NaN and the infinities, written as null
 * @param invalidUtf8 strings whose bytes were not UTF-8, written with U+FFFD
 * @param duplicateKeys map entries dropped because a later one has the same key
 */
public record ConversionCounts(long nonFiniteNumbers, long invalidUtf8, long duplicateKeys) {

    public static final ConversionCounts NONE = new ConversionCounts(0, 0, 0);

    public ConversionCounts plus(ConversionCounts other) {
        return new ConversionCounts(
                nonFiniteNumbers + other.nonFiniteNumbers,
                invalidUtf8 + other.invalidUtf8,
                duplicateKeys + other.duplicateKeys);
    }

    public boolean isNone() {
        return nonFiniteNumbers == 0 && invalidUtf8 == 0 && duplicateKeys == 0;
    }
}
