package org.ocsf4j.parquet;

/** Text from a file, made fit for one log line. */
final class Printable {

    private static final int MAX_CHARS = 600;

    private Printable() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX_CHARS));
        for (int i = 0; i < text.length(); i++) {
            if (i == MAX_CHARS) {
                return clean.append('\u2026').toString();
            }
            char c = text.charAt(i);
            boolean printable = !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
            clean.append(printable ? c : '\uFFFD');
        }
        return clean.toString();
    }
}
