package org.ocsf4j.cli;

import java.util.regex.Pattern;

/** Untrusted text made fit for a terminal: control characters but line feed and tab are replaced. */
public final class Printable {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Printable() {}

    /** The text, fit for a terminal. */
    public static String text(String untrusted) {
        return CONTROL.matcher(untrusted).replaceAll("\uFFFD");
    }
}
