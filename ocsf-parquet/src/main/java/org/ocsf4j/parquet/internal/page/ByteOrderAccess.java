package org.ocsf4j.parquet.internal.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian loads and stores of several bytes at once. */
public final class ByteOrderAccess {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteOrderAccess() {}

    public static int int16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at);
    }

    public static int int32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    public static long int64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    public static void putInt16(byte[] bytes, int at, short value) {
        SHORT.set(bytes, at, value);
    }

    public static void putInt32(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    public static void putInt64(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }
}
