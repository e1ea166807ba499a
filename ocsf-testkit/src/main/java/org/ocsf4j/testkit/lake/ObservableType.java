package org.ocsf4j.testkit.lake;

/** {@code observables.type_id} and {@code type} of OCSF 1.1.0. */
final class ObservableType {

    static final EnumValue HOSTNAME = new EnumValue(1, "Hostname");
    static final EnumValue IP_ADDRESS = new EnumValue(2, "IP Address");
    static final EnumValue USER_NAME = new EnumValue(4, "User Name");
    static final EnumValue RESOURCE_UID = new EnumValue(10, "Resource UID");

    private ObservableType() {}
}
