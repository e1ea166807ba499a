package org.ocsf4j.cli;

import java.util.regex.Pattern;

/** Untrusted text made fit for a terminal: control characters but line feed and tab are replaced. */
final class Printable {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Printable() {}

    static String text(String untrusted) {
        return CONTROL.matcher(untrusted).replaceAll("\uFFFD");
    }
}
