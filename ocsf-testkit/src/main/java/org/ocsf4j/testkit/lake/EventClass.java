package org.ocsf4j.testkit.lake;

/** Names and uids of the OCSF classes that a lake holds; those that differ by version stand twice. */
enum EventClass {
    ACCOUNT_CHANGE_RC2(3001, "account_change", "Account Change", "Audit Activity"),
    AUTHENTICATION_RC2(3002, "authentication", "Authentication", "Audit Activity"),
    API_ACTIVITY_RC2(3005, "api_activity", "API Activity", "Audit Activity"),
    SECURITY_FINDING(2001, "security_finding", "Security Finding", "Findings"),
    VULNERABILITY_FINDING(2002, "vulnerability_finding", "Vulnerability Finding", "Findings"),
    COMPLIANCE_FINDING(2003, "compliance_finding", "Compliance Finding", "Findings"),
    DETECTION_FINDING(2004, "detection_finding", "Detection Finding", "Findings"),
    ACCOUNT_CHANGE(3001, "account_change", "Account Change", "Identity & Access Management"),
    AUTHENTICATION(3002, "authentication", "Authentication", "Identity & Access Management"),
    NETWORK_ACTIVITY(4001, "network_activity", "Network Activity", "Network Activity"),
    HTTP_ACTIVITY(4002, "http_activity", "HTTP Activity", "Network Activity"),
    DNS_ACTIVITY(4003, "dns_activity", "DNS Activity", "Network Activity"),
    API_ACTIVITY(6003, "api_activity", "API Activity", "Application Activity");

    private final int uid;
    private final String schemaName;
    private final String caption;
    private final String categoryCaption;

    EventClass(int uid, String schemaName, String caption, String categoryCaption) {
        this.uid = uid;
        this.schemaName = schemaName;
        this.caption = caption;
        this.categoryCaption = categoryCaption;
    }

    int uid() {
        return uid;
    }

    /** The class's name in the OCSF schema. */
    String schemaName() {
        return schemaName;
    }

    String caption() {
        return caption;
    }

    int categoryUid() {
        return uid / 1000;
    }

    String categoryCaption() {
        return categoryCaption;
    }
}
