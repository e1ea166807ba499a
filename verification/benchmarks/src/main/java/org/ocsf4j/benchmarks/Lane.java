package org.ocsf4j.benchmarks;

/** A conversion and what its thread spent on the last file. */
final class Lane {

    private final Conversion conversion;
    private Converted converted = new Converted(0, 0);
    private long threadNanos;
    private long allocatedBytes;

    Lane(Conversion conversion) {
        this.conversion = conversion;
    }

    void convert(Source source) throws Exception {
        long allocatedBefore = Gauges.allocatedBytes();
        long before = Gauges.threadNanos();
        converted = conversion.convert(source);
        threadNanos = Gauges.threadNanos() - before;
        allocatedBytes = Gauges.allocatedBytes() - allocatedBefore;
    }

    Converted converted() {
        return converted;
    }

    long threadNanos() {
        return threadNanos;
    }

    long allocatedBytes() {
        return allocatedBytes;
    }
}
