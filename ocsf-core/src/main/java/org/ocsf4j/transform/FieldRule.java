package org.ocsf4j.transform;

import java.util.Objects;

/**
 * What becomes of one field. A rule on an object or an array is a rule on every value below it; the names of a map's members
 * stay. A rule whose field the file does not have does nothing, but for {@link Constant}. Immutable.
 *
 * <p>A decoder refuses a file where a rule would leave in the open what it is about: where its path leads into a map, a VARIANT
 * or embedded JSON, and where a mask or hash covers a VARIANT.
 *
 * <p>Rules change what is written, not what an event is: its class, its time and its document id come from the row as it was.
 */
public sealed interface FieldRule {

    /** The field that the rule is about, as the file names it. */
    FieldPath path();

    /** Leaves the field out; its column is not read. An object that loses all its fields is left out too. */
    static FieldRule drop(String path) {
        return new Drop(FieldPath.of(path));
    }

    /** Gives the field another name, in the same object; {@code name_2} where that is taken. */
    static FieldRule rename(String path, String name) {
        return new Rename(FieldPath.of(path), name);
    }

    /** Writes {@code ***} for every value that is not null. */
    static FieldRule mask(String path) {
        return new Mask(FieldPath.of(path), "***");
    }

    /**
     * Writes the HMAC-SHA-256 of every value that is not null, as 64 hexadecimal digits: of a string its UTF-8, of anything
     * else its JSON text. Equal values stay equal, and cannot be guessed without the key.
     *
     * @param key 16 bytes or more; copied
     */
    static FieldRule hash(String path, byte[] key) {
        return new Hash(FieldPath.of(path), new HashKey(key));
    }

    /**
     * Writes a string, number or boolean, whatever the row has there, in every document that has the object around it. Objects
     * on the way that the file does not know are made; where it has something else than an object on the way, an array too,
     * the rule does nothing.
     */
    static FieldRule constant(String path, Object value) {
        return new Constant(FieldPath.of(path), RowFilter.Scalar.of(value));
    }

    /** See {@link #drop}. */
    record Drop(FieldPath path) implements FieldRule {

        public Drop {
            Objects.requireNonNull(path, "path");
        }
    }

    /** See {@link #rename}. */
    record Rename(FieldPath path, String name) implements FieldRule {

        public Rename {
            Objects.requireNonNull(path, "path");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("the new name is empty; " + path);
            }
        }
    }

    /** See {@link #mask}. */
    record Mask(FieldPath path, String text) implements FieldRule {

        public Mask {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(text, "text");
        }
    }

    /** See {@link #hash}. */
    record Hash(FieldPath path, HashKey key) implements FieldRule {

        public Hash {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(key, "key");
        }
    }

    /** See {@link #constant}. */
    record Constant(FieldPath path, RowFilter.Scalar value) implements FieldRule {

        public Constant {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(value, "value");
        }
    }
}
