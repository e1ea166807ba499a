package org.ocsf4j.parquet.internal.plain;

import java.util.Iterator;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** The converters in the form of the schema, which is how {@code parquet-column} looks them up. */
final class ConverterTree extends GroupConverter {

    private final Converter[] members;

    /**
     * @param converters in column order
     */
    ConverterTree(GroupType group, Iterator<PrimitiveConverter> converters) {
        members = new Converter[group.getFieldCount()];
        for (int i = 0; i < members.length; i++) {
            Type type = group.getType(i);
            members[i] = type.isPrimitive() ? converters.next() : new ConverterTree(type.asGroupType(), converters);
        }
    }

    @Override
    public Converter getConverter(int member) {
        return members[member];
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
}
