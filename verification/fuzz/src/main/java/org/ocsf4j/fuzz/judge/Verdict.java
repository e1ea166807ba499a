package org.ocsf4j.fuzz.judge;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param outcome what, in one word
 * @param detail the refusal's message, or what is wrong; null where there is nothing to say
 * @param cause what was thrown, or null
 * @param rows how many rows came before that
 */
public record Verdict(Outcome outcome, @Nullable String detail, @Nullable Throwable cause, long rows) {

    static Verdict of(Outcome outcome, String detail, long rows) {
        return new Verdict(outcome, detail, null, rows);
    }

    static Verdict of(Outcome outcome, Throwable cause, long rows) {
        return new Verdict(outcome, String.valueOf(cause.getMessage()), cause, rows);
    }
}
