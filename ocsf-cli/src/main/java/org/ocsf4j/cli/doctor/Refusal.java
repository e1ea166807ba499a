package org.ocsf4j.cli.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What somebody said who refused us, in one line. */
final class Refusal {

    private Refusal() {}

    static String of(RuntimeException failure) {
        if (failure instanceof AwsServiceException answer) {
            return String.format(Locale.ROOT, "HTTP %d %s", answer.statusCode(), code(answer));
        }
        if (failure instanceof OcsfException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** The service's name for the error; empty where it gave none. */
    static String code(AwsServiceException answer) {
        @Nullable
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
