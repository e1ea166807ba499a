package org.ocsf4j.testkit.lake;

/** A version of Security Lake's sources, which fixes the version of OCSF and the columns. */
public enum SourceVersion {
    /** Source version 1: OCSF 1.0.0-rc.2. */
    V1("1.0", "1.0.0-rc.2"),
    /** Source version 2: OCSF 1.1.0. */
    V2("2.0", "1.1.0");

    private final String path;
    private final String ocsfVersion;

    SourceVersion(String path, String ocsfVersion) {
        this.path = path;
        this.ocsfVersion = ocsfVersion;
    }

    /** The version as it stands in object keys: {@code 1.0} or {@code 2.0}. */
    public String path() {
        return path;
    }

    /** The value of {@code metadata.version}: {@code 1.0.0-rc.2} or {@code 1.1.0}. */
    public String ocsfVersion() {
        return ocsfVersion;
    }
}
