package org.ocsf4j.testkit.lake;

/** {@code severity_id} and {@code severity}, the same in every version. */
final class Severity {

    static final EnumValue INFORMATIONAL = new EnumValue(1, "Informational");
    static final EnumValue LOW = new EnumValue(2, "Low");
    static final EnumValue MEDIUM = new EnumValue(3, "Medium");
    static final EnumValue HIGH = new EnumValue(4, "High");
    static final EnumValue CRITICAL = new EnumValue(5, "Critical");

    private Severity() {}
}
