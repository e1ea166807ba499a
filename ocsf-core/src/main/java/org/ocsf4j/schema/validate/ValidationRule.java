package org.ocsf4j.schema.validate;

/** What an event is checked for. */
public enum ValidationRule {
    MALFORMED_JSON(Severity.ERROR, "write strict JSON in UTF-8, one object an event"),
    UNKNOWN_VERSION(
            Severity.ERROR, "set metadata.version to a published OCSF version, or name the version to check against"),
    UNKNOWN_CLASS(Severity.ERROR, "set class_uid to a class of that OCSF version"),
    MISSING_REQUIRED(Severity.ERROR, "fill the attribute, the class requires it"),
    MISSING_RECOMMENDED(Severity.NOTE, "fill the attribute where the source has it"),
    WRONG_TYPE(Severity.ERROR, "write the type that the schema prescribes"),
    OUT_OF_RANGE(Severity.ERROR, "keep the number within the type's range"),
    TOO_LONG(Severity.ERROR, "shorten the text to the type's length"),
    BAD_FORMAT(Severity.ERROR, "write the value as the type prescribes, or leave it out"),
    /** A note only: expressions of some versions refuse good values, such as paths that begin with a slash. */
    PATTERN_MISMATCH(Severity.NOTE, "write the value as the type's regular expression has it"),
    TIMESTAMP_UNIT(Severity.ERROR, "write milliseconds since 1970"),
    UNKNOWN_ENUM_VALUE(Severity.ERROR, "take a value of the enum, or 99 (Other) with the source's own caption"),
    CAPTION_MISMATCH(Severity.WARNING, "let id and caption say the same"),
    CAPTION_WITHOUT_ID(Severity.WARNING, "write the id, captions are for reading only"),
    TYPE_UID(Severity.ERROR, "set type_uid to class_uid * 100 + activity_id"),
    UNKNOWN_ATTRIBUTE(Severity.ERROR, "move the attribute to unmapped, or to the name that the schema has"),
    INACTIVE_PROFILE(Severity.WARNING, "list the attribute's profile in metadata.profiles"),
    UNKNOWN_PROFILE(Severity.WARNING, "list only profiles that the version has"),
    DEPRECATED(Severity.NOTE, "take what replaces it, the schema advises against it"),
    AT_LEAST_ONE(Severity.ERROR, "fill at least one of the attributes of the constraint"),
    JUST_ONE(Severity.ERROR, "fill exactly one of the attributes of the constraint"),
    DUPLICATE_NAME(Severity.ERROR, "write each member once");

    private final Severity severity;
    private final String advice;

    ValidationRule(Severity severity, String advice) {
        this.severity = severity;
        this.advice = advice;
    }

    public Severity severity() {
        return severity;
    }

    /** What to do about it, in general. */
    public String advice() {
        return advice;
    }
}
