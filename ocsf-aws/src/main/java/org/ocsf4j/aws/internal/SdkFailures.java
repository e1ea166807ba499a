package org.ocsf4j.aws.internal;

import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Sorts what the SDK throws by what helps: a retry, or a changed set-up. */
public final class SdkFailures {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int MAX_CODE_CHARS = 80;

    private SdkFailures() {}

    /**
     * The exception to throw for a failed call.
     *
     * @param context what was called, such as {@code s3://bucket/key}
     * @param whatToCheck what to say where the service refuses us
     */
    public static OcsfException of(String context, SdkException failure, String whatToCheck) {
        if (failure instanceof AwsServiceException answer) {
            return isTransient(answer)
                    ? new UnavailableException(
                            "[" + context + "] the service asks for patience; " + describe(answer) + "; try again",
                            answer)
                    : new ConfigurationException(
                            "[" + context + "] refused; " + describe(answer) + "; check " + whatToCheck, answer);
        }
        if (hasCause(failure, SSLHandshakeException.class) || hasCause(failure, SSLPeerUnverifiedException.class)) {
            return new ConfigurationException(
                    "[" + context + "] no TLS connection; " + rootMessage(failure)
                            + "; check the endpoint and the trusted certificates",
                    failure);
        }
        if (isWithoutCredentials(failure)) {
            return new ConfigurationException(
                    "[" + context + "] there are no credentials; " + failure.getMessage() + "; check " + whatToCheck,
                    failure);
        }
        return new UnavailableException(
                "[" + context + "] no answer; " + rootMessage(failure) + "; try again", failure);
    }

    /** Whether the same call may succeed later. */
    public static boolean isTransient(AwsServiceException answer) {
        String code = code(answer);
        return answer.statusCode() >= SERVER_ERROR
                || answer.statusCode() == REQUEST_TIMEOUT
                || answer.statusCode() == TOO_MANY_REQUESTS
                || answer.isThrottlingException()
                || isTransientCode(code);
    }

    /** Whether an error code asks for patience, whatever the status beside it. */
    public static boolean isTransientCode(String code) {
        return code.contains("Throttl")
                || code.endsWith("OverLimit")
                || code.equals("RequestTimeout")
                || code.equals("SlowDown")
                || code.equals("InternalError")
                || code.equals("InternalFailure")
                || code.equals("ServiceUnavailable");
    }

    /** The service's name for the error, printable; empty where it gave none. */
    public static String code(AwsServiceException answer) {
        @Nullable
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        if (code == null) {
            return "";
        }
        String printable = code.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.length() > MAX_CODE_CHARS ? printable.substring(0, MAX_CODE_CHARS) : printable;
    }

    /** Status, code and request id, as in {@code HTTP 403 AccessDenied, request 4442587FB7D0A2F9}. */
    public static String describe(AwsServiceException answer) {
        String code = code(answer);
        return String.format(
                Locale.ROOT,
                "HTTP %d%s%s",
                answer.statusCode(),
                code.isEmpty() ? "" : " " + code,
                answer.requestId() == null ? "" : ", request " + answer.requestId());
    }

    private static boolean isWithoutCredentials(SdkException failure) {
        // the SDK has no type for it
        return !hasCause(failure, IOException.class)
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Unable to load credentials");
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }
}
