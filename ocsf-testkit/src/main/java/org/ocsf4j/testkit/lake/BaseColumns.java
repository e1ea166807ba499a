package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that every OCSF event has, and those that Security Lake adds to them. */
final class BaseColumns {

    /** The profiles of AWS's sources; version 2 adds {@code datetime}. */
    static final List<String> CLOUD = List.of("cloud");

    static final List<String> CLOUD_AND_SECURITY_CONTROL = List.of("cloud", "security_control");

    private static final String LAKE_VERSION = "2.0";

    private final Partition partition;
    private final LakeTable table;
    private final List<String> profiles;

    BaseColumns(Partition partition, List<String> profiles) {
        this.partition = partition;
        this.table = partition.table();
        this.profiles = profiles;
    }

    /** Class, category, activity, type, severity, time, {@code metadata.version} and profiles. */
    void event(Row row, long time, EnumValue activity, EnumValue severity) {
        EventClass eventClass = table.eventClass();
        row.set("class_uid", eventClass.uid());
        row.set("class_name", eventClass.caption());
        row.set("category_uid", eventClass.categoryUid());
        row.set("category_name", eventClass.categoryCaption());
        row.set("activity_id", activity.id());
        row.set("activity_name", activity.caption());
        row.set("type_uid", eventClass.uid() * 100L + activity.id());
        row.set("type_name", eventClass.caption() + ": " + activity.caption());
        row.set("severity_id", severity.id());
        row.set("severity", severity.caption());
        row.set("time", time);
        row.set("metadata.version", table.version().ocsfVersion());
        for (String profile : profiles) {
            row.append("metadata.profiles", profile);
        }
        if (table.isV2()) {
            row.append("metadata.profiles", "datetime");
            row.set("time_dt", time);
        }
    }

    /** Vendor, product and feature. */
    void product(Row row, String vendor, String name, String version, String feature) {
        row.set("metadata.product.vendor_name", vendor);
        row.set("metadata.product.name", name);
        row.set("metadata.product.version", version);
        row.set("metadata.product.feature.name", feature);
    }

    /** Provider and region of the cloud. */
    void cloud(Row row) {
        row.set("cloud.provider", "AWS");
        row.set("cloud.region", partition.region());
    }

    /** The account that the event belongs to. */
    void account(Row row) {
        row.set(table.isV2() ? "cloud.account.uid" : "cloud.account_uid", partition.accountId());
    }

    /** The columns outside OCSF that version 2 adds. */
    void lake(Row row) {
        if (table.isV2()) {
            row.set("accountid", partition.accountId());
            row.set("region", partition.region());
            row.set("asl_version", LAKE_VERSION);
        }
    }

    /** An observable, where the version has them and the value is there. */
    void observe(Row row, String name, @Nullable String value, EnumValue type) {
        if (table.isV2() && value != null) {
            row.add("observables")
                    .set("name", name)
                    .set("value", value)
                    .set("type", type.caption())
                    .set("type_id", type.id());
        }
    }
}
