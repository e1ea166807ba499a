package org.ocsf4j.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A command as a document has it.
 *
 * @param document the document's path from the root of the checkout
 * @param text the command, on one line or several
 */
record ShellCommand(String document, String text) {

    private static final String OCSF = "./ocsf";

    /** Whether it is a command of ours, behind whatever variables it sets. */
    boolean isOcsf() {
        return words().stream()
                .dropWhile(ShellCommand::isAssignment)
                .findFirst()
                .filter(OCSF::equals)
                .isPresent();
    }

    /** Whether it shows what may be written, not something to be run: {@code [--json]}. */
    boolean isSynopsis() {
        return words().stream().anyMatch(word -> word.startsWith("["));
    }

    /** Whether it sets variables. */
    boolean setsVariables() {
        return isAssignment(words().get(0));
    }

    /** What stands behind {@code ./ocsf}. */
    List<String> arguments() {
        return words().stream().dropWhile(ShellCommand::isAssignment).skip(1).toList();
    }

    private static boolean isAssignment(String word) {
        return word.matches("[A-Z_]+=.*");
    }

    /** Its words as a shell splits them, up to a pipe or a comment. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\' && quote == '"' && i + 1 < text.length()) {
                    i++;
                    word.append(text.charAt(i));
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                if (text.charAt(i) != '\n') {
                    word.append(text.charAt(i));
                    inWord = true;
                }
            } else if (c == '|' || (c == '#' && !inWord)) {
                break;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether a quote is open at its end, or the line goes on. */
    boolean goesOn() {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                }
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '\\') {
                i++;
                if (i == text.length()) {
                    return true;
                }
            }
        }
        return quote != 0;
    }

    @Override
    public String toString() {
        return document + ": " + text;
    }
}
