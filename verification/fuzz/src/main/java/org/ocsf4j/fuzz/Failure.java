package org.ocsf4j.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.judge.Outcome;
import org.ocsf4j.fuzz.judge.Verdict;

/**
 * A file that the decoder failed on.
 *
 * @param description the case
 * @param number the number of the case
 * @param outcome what happened
 * @param detail what is wrong
 * @param stackTrace where it was thrown, or where the thread was; null where nothing was thrown
 */
public record Failure(String description, long number, Outcome outcome, String detail, @Nullable String stackTrace) {

    private static final int TRACE_CHARACTERS = 4_000;
    private static final int DETAIL_CHARACTERS = 600;

    static Failure of(String description, long number, Verdict verdict) {
        String detail = String.valueOf(verdict.detail());
        return new Failure(
                description,
                number,
                verdict.outcome(),
                detail.substring(0, Math.min(DETAIL_CHARACTERS, detail.length())),
                verdict.cause() == null ? null : trace(verdict.cause()));
    }

    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.getBuffer()
                .substring(0, Math.min(TRACE_CHARACTERS, text.getBuffer().length()));
    }
}
