package org.ocsf4j.opensearch;

/**
 * Why OpenSearch refused something.
 *
 * @param type its name for the error, such as {@code mapper_parsing_exception}; empty where it gave none
 * @param reason its words with those of the causes, cut to {@value #MAX_REASON_CHARS} characters; may quote an event
 */
record ErrorDetail(String type, String reason) {

    static final ErrorDetail NONE = new ErrorDetail("", "");

    static final int MAX_REASON_CHARS = 1024;

    ErrorDetail {
        reason = cut(reason);
    }

    static String cut(String text) {
        return text.length() <= MAX_REASON_CHARS ? text : text.substring(0, MAX_REASON_CHARS - 1) + "…";
    }

    /** Type and reason as OpenSearch writes them. */
    String text() {
        return type.isEmpty() ? reason : reason.isEmpty() ? type : type + ": " + reason;
    }

    /** {@link #text()} for an exception's message: one line, no control characters. */
    String forMessage() {
        return text().replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
