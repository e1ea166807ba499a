package org.ocsf4j.cli.doctor;

import java.util.Locale;
import java.util.Objects;

/**
 * What a check has found.
 *
 * @param status whether it will work
 * @param subject what was looked at, such as {@code queue}
 * @param found what is so
 * @param advice what to do; empty where there is nothing to do
 */
record Finding(Status status, String subject, String found, String advice) {

    /** Whether it will work. */
    enum Status {
        PASS,
        /** It works, and something will go wrong some day, or could not be looked at. */
        WARN,
        FAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Finding {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(advice, "advice");
    }

    static Finding pass(String subject, String found) {
        return new Finding(Status.PASS, subject, found, "");
    }

    static Finding warn(String subject, String found, String advice) {
        return new Finding(Status.WARN, subject, found, advice);
    }

    static Finding fail(String subject, String found, String advice) {
        return new Finding(Status.FAIL, subject, found, advice);
    }

    boolean isFailure() {
        return status == Status.FAIL;
    }
}
