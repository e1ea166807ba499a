package org.ocsf4j.parquet.internal.shape;

import java.util.List;

/**
 * A JSON object with known members.
 *
 * @param definedAt see {@link Shape}
 * @param firstColumn see {@link Shape}
 * @param columnCount see {@link Shape}; only the root of a schema without columns has none
 * @param members in the order of the schema, their names unique; groups without any column are not among them
 */
public record StructShape(int definedAt, int firstColumn, int columnCount, List<Member> members) implements Shape {

    public StructShape {
        members = List.copyOf(members);
    }

    /**
     * A member of an object.
     *
     * @param name the JSON name; the field's name, or that and {@code _2}, {@code _3}… where the group has it more than once
     * @param shape its value; a repeated field without annotation is a {@link ListShape} that is never null
     */
    public record Member(String name, Shape shape) {}
}
