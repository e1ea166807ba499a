package org.ocsf4j.opensearch;

import java.util.Set;

/** What an item's or a whole answer's status and error type mean. Error texts are never looked at: they change. */
enum Verdict {
    /** Stored now. */
    INDEXED,
    /** Stored before, under the same id. */
    ALREADY_PRESENT,
    /** Too much at the moment, or a passing failure of a shard: send it again. */
    BUSY,
    /** The index or cluster takes no writes at the moment: send it again. */
    BLOCKED,
    /** What became of it is not known: send it again under the same id. */
    UNKNOWN,
    /** The request is larger than the destination takes. */
    TOO_LARGE,
    /** The set-up is wrong: rights, names, limits. */
    CONFIGURATION,
    /** This document is refused and would be again. */
    REJECTED;

    private static final String VERSION_CONFLICT = "version_conflict_engine_exception";
    static final String CLUSTER_BLOCK = "cluster_block_exception";

    /** Errors that no document is to blame for, though they come with status 400. */
    private static final Set<String> SET_UP_ERRORS = Set.of(
            "index_closed_exception",
            "index_not_found_exception",
            "invalid_alias_name_exception",
            "invalid_index_name_exception",
            "security_exception",
            "validation_exception"); // the maximum of open shards is reached

    boolean retryable() {
        return this == BUSY || this == BLOCKED || this == UNKNOWN;
    }

    static Verdict ofItem(int status, String errorType) {
        if (errorType.equals(CLUSTER_BLOCK)) {
            return BLOCKED;
        }
        return switch (status) {
            case 200, 201 -> INDEXED;
            case 409 -> errorType.equals(VERSION_CONFLICT) ? ALREADY_PRESENT : REJECTED;
            case 429, 500, 502, 503, 504 -> BUSY;
            case 401, 403, 404 -> CONFIGURATION;
            default -> status < 400 || status > 499 ? UNKNOWN : setUpOr(REJECTED, errorType);
        };
    }

    /** The verdict on a whole answer; INDEXED where its items say the rest. */
    static Verdict ofAnswer(int status, String errorType) {
        if (errorType.equals(CLUSTER_BLOCK)) {
            return BLOCKED;
        }
        return switch (status) {
            case 200, 201 -> INDEXED;
            case 413 -> TOO_LARGE;
            case 429, 502, 503, 504 -> BLOCKED;
            case 408 -> UNKNOWN;
            default -> status >= 300 && status < 500 ? CONFIGURATION : UNKNOWN;
        };
    }

    private static Verdict setUpOr(Verdict other, String errorType) {
        return SET_UP_ERRORS.contains(errorType) ? CONFIGURATION : other;
    }
}
