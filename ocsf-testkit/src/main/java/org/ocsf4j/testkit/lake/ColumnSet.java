package org.ocsf4j.testkit.lake;

import java.util.List;

/** Which of a table's columns an object has: objects of one source differ. */
public enum ColumnSet {
    /** Every column of the table. */
    COMPLETE(List.of()),
    /** What an earlier writer left out is missing: all of these are optional, and a table has only some of them. */
    EARLIER(List.of(
            "accountid",
            "actor.invoked_by",
            "asl_version",
            "dst_endpoint.intermediate_ips",
            "firewall_rule.match_details",
            "malware",
            "observables",
            "region",
            "src_endpoint.intermediate_ips"));

    private final List<String> missing;

    ColumnSet(List<String> missing) {
        this.missing = missing;
    }

    /** Paths of the columns and groups that are not there. */
    List<String> missing() {
        return missing;
    }
}
