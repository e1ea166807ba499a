package org.ocsf4j.testkit.lake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What the rows of one object have in common: table, account, region and day. */
record Partition(LakeTable table, Estate estate, LocalDate day) {

    String accountId() {
        return estate.accountId();
    }

    String region() {
        return estate.region();
    }

    /** The object's key: Security Lake's layout, which says {@code .gz} whatever the codec. */
    String key(String name) {
        return "aws/" + table.source() + "/" + table.version().path() + "/region=" + region() + "/accountId="
                + accountId() + "/eventDay=" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "/" + name
                + ".gz.parquet";
    }
}
