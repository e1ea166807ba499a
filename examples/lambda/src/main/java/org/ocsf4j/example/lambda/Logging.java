package org.ocsf4j.example.lambda;

import java.util.Map;

/** How loud the log is: {@code LOG_LEVEL}, one of trace, debug, info, warn and error. Read before the first logger is made. */
final class Logging {

    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logging() {}

    static void configure(Map<String, String> variables) {
        System.setProperty(PREFIX + "defaultLogLevel", variables.getOrDefault("LOG_LEVEL", "info"));
        System.setProperty(PREFIX + "showThreadName", "false");
        System.setProperty(PREFIX + "showShortLogName", "true");
        // at debug it prints session tokens
        System.setProperty(PREFIX + "log.software.amazon.awssdk.http.auth.aws", "info");
    }
}
