package org.ocsf4j.testkit.lake;

import java.util.List;

/** Which of a table's columns an object has: objects of one source differ. */
public enum ColumnSet {
    /** Every column of the table. */
    COMPLETE,
    /** What an earlier writer left out is missing: all of it is optional, and a table has only some of it. */
    EARLIER;

    private static final List<String> EARLIER_LACKS = List.of(
            "accountid",
            "actor.invoked_by",
            "asl_version",
            "dst_endpoint.intermediate_ips",
            "firewall_rule.match_details",
            "malware",
            "observables",
            "region",
            "src_endpoint.intermediate_ips");

    /** Paths of the columns and groups that are not there. */
    List<String> missing() {
        return this == COMPLETE ? List.of() : EARLIER_LACKS;
    }
}
