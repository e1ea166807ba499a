package org.ocsf4j.indexcost;

import org.ocsf4j.testkit.lake.LakeTable;

/** Whose documents are indexed. */
enum Source {
    CLOUD_TRAIL(LakeTable.API_ACTIVITY_V2, "api_activity", 6003),
    FLOW_LOGS(LakeTable.VPC_FLOW_V2, "network_activity", 4001);

    static final String VERSION = "1.1.0";

    private final LakeTable table;
    private final String className;
    private final int classUid;

    Source(LakeTable table, String className, int classUid) {
        this.table = table;
        this.className = className;
        this.classUid = classUid;
    }

    LakeTable table() {
        return table;
    }

    String className() {
        return className;
    }

    /** A name of an index that the class' template is for. */
    String indexOfTheClass() {
        return "ocsf-" + VERSION + '-' + classUid + '-' + className + "-2026.06.01";
    }
}
