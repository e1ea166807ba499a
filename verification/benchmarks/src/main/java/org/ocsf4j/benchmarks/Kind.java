package org.ocsf4j.benchmarks;

import org.ocsf4j.testkit.lake.LakeTable;

/** The kinds of events that are converted. */
enum Kind {
    /** CloudTrail API activity: many columns, deeply nested, few rows. */
    C(LakeTable.API_ACTIVITY_V2, 100_000),
    /** VPC flow: flat, many rows. */
    V(LakeTable.VPC_FLOW_V2, 500_000),
    /** DNS: small rows, lists. */
    D(LakeTable.ROUTE53_V2, 300_000);

    private final LakeTable table;
    private final long rows;

    Kind(LakeTable table, long rows) {
        this.table = table;
        this.rows = rows;
    }

    LakeTable table() {
        return table;
    }

    /** How many rows a file has. */
    long rows() {
        return rows;
    }
}
