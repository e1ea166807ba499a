package org.ocsf4j.stage;

import org.ocsf4j.object.ObjectLocation;

/** Which source of a lake an object is of, by its key: {@code aws/<source>/…} and {@code ext/<source>/…}. */
final class LakeSources {

    private LakeSources() {}

    /** The source's name; the bucket's where the key has none. Untrusted text. */
    static String nameOf(ObjectLocation object) {
        String key = object.key();
        int first = key.indexOf('/');
        int second = key.indexOf('/', first + 1);
        boolean known = first == 3 && (key.startsWith("aws") || key.startsWith("ext"));
        return known && second > first + 1 ? key.substring(first + 1, second) : object.bucket();
    }
}
