package org.ocsf4j.parquet.internal.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with known members.
 *
 * @param definedAt see {@link Shape}
 * @param firstColumn see {@link Shape}
 * @param columnCount see {@link Shape}; only the root of a schema without columns has none
 * @param members in the order of the schema, their names unique; groups without any column are not among them
 * @param constants members that every such object has, whatever the file says
 */
public record StructShape(
        int definedAt, int firstColumn, int columnCount, List<Member> members, List<Constant> constants)
        implements Shape {

    public StructShape {
        members = List.copyOf(members);
        constants = List.copyOf(constants);
    }

    /** An object that has what the file has. */
    public StructShape(int definedAt, int firstColumn, int columnCount, List<Member> members) {
        this(definedAt, firstColumn, columnCount, members, List.of());
    }

    /** The member's shape; null where there is none of that name. */
    public @Nullable Shape member(String name) {
        for (Member member : members) {
            if (member.name().equals(name)) {
                return member.shape();
            }
        }
        return null;
    }

    /**
     * A member that is not read from the file.
     *
     * @param json its value's JSON text
     */
    public record Constant(String name, String json) {}

    /**
     * A member of an object.
     *
     * @param name the JSON name; the field's name, or that and {@code _2}, {@code _3}… where the group has it more than once
     * @param shape its value; a repeated field without annotation is a {@link ListShape} that is never null
     */
    public record Member(String name, Shape shape) {}
}
