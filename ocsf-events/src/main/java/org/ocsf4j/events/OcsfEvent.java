package org.ocsf4j.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of any class: what every class has. Implemented by the records of the classes only. */
public interface OcsfEvent extends OcsfRecord {

    @Nullable
    Integer classUid();

    @Nullable
    String className();

    @Nullable
    Integer categoryUid();

    @Nullable
    String categoryName();

    /** The activity, of the class's own enum. */
    @Nullable
    EnumId<?> activityId();

    @Nullable
    String activityName();

    @Nullable
    Long typeUid();

    @Nullable
    String typeName();

    @Nullable
    EnumId<SeverityId> severityId();

    @Nullable
    String severity();

    /** The status, of the class's own enum or of the one that most classes share. */
    @Nullable
    EnumId<?> statusId();

    @Nullable
    String status();

    /** Milliseconds since 1970. */
    @Nullable
    Long time();

    @Nullable
    String message();

    @Nullable
    Metadata metadata();

    @Nullable
    List<Observable> observables();

    @Nullable
    String rawData();

    /** What the source has and the class has not. */
    @Nullable
    Map<String, Object> unmapped();
}
