package org.ocsf4j.testkit.server;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The OpenSearch releases that can be started, each with the oldest Java that it runs on. */
public enum OpenSearchVersion {

    /** The last line of 2.x; runs on the Java 17 of the build. */
    V2_19_4("2.19.4", "2.18.0", 11),

    /** 3.x; needs Java 21 or newer. */
    V3_4_0("3.4.0", "3.4.0", 21);

    private final String number;
    private final String pluginClassLoader;
    private final int oldestJava;

    OpenSearchVersion(String number, String pluginClassLoader, int oldestJava) {
        this.number = number;
        this.pluginClassLoader = pluginClassLoader;
        this.oldestJava = oldestJava;
    }

    /**
     * The version that a number names.
     *
     * @param number as OpenSearch reports it, {@code 2.19.4}
     * @throws IllegalArgumentException when it is none of these
     */
    public static OpenSearchVersion of(String number) {
        for (OpenSearchVersion version : values()) {
            if (version.number.equals(number)) {
                return version;
            }
        }
        throw new IllegalArgumentException("[OpenSearch] no such version here; " + number + "; take one of "
                + Arrays.stream(values()).map(OpenSearchVersion::number).collect(Collectors.joining(", ")));
    }

    /** As OpenSearch reports it: {@code 2.19.4}. */
    public String number() {
        return number;
    }

    /** The feature number of the oldest Java that it runs on. */
    public int oldestJava() {
        return oldestJava;
    }

    /** The release of the plugin class loader's jar: 2.19 is published without its own. */
    String pluginClassLoader() {
        return pluginClassLoader;
    }
}
