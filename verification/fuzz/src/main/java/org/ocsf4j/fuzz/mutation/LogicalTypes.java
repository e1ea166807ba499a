package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.BsonType;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.EnumType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Float16Type;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.JsonType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MapType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.NullType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.UUIDType;
import org.apache.parquet.format.VariantType;
import org.ocsf4j.fuzz.Dice;

/** Annotates members and groups with what they are not. */
record LogicalTypes() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {
        for (int times = dice.between(1, 4); times > 0; times--) {
            SchemaElement element = FooterParts.element(footer, dice);
            switch (dice.below(5)) {
                case 0 -> element.unsetLogicalType();
                case 1 -> {
                    element.unsetLogicalType();
                    element.setConverted_type(dice.pick(ConvertedType.values()));
                }
                case 2 -> {
                    element.setScale(dice.forged(2));
                    element.setPrecision(dice.forged(9));
                }
                default -> element.setLogicalType(logicalType(dice));
            }
        }
    }

    private static LogicalType logicalType(Dice dice) {
        return switch (dice.below(15)) {
            case 0 -> LogicalType.STRING(new StringType());
            case 1 -> LogicalType.MAP(new MapType());
            case 2 -> LogicalType.LIST(new ListType());
            case 3 -> LogicalType.ENUM(new EnumType());
            case 4 -> LogicalType.DECIMAL(new DecimalType(dice.forged(2), dice.forged(9)));
            case 5 -> LogicalType.DATE(new DateType());
            case 6 -> LogicalType.TIME(new TimeType(dice.coin(), unit(dice)));
            case 7 -> LogicalType.TIMESTAMP(new TimestampType(dice.coin(), unit(dice)));
            case 8 -> LogicalType.INTEGER(new IntType(dice.coin() ? (byte) 8 : dice.anyByte(), dice.coin()));
            case 9 -> LogicalType.UNKNOWN(new NullType());
            case 10 -> LogicalType.JSON(new JsonType());
            case 11 -> LogicalType.BSON(new BsonType());
            case 12 -> LogicalType.UUID(new UUIDType());
            case 13 -> LogicalType.FLOAT16(new Float16Type());
            default -> LogicalType.VARIANT(new VariantType());
        };
    }

    private static TimeUnit unit(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> TimeUnit.MILLIS(new MilliSeconds());
            case 1 -> TimeUnit.MICROS(new MicroSeconds());
            default -> TimeUnit.NANOS(new NanoSeconds());
        };
    }
}
