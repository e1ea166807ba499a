package org.ocsf4j.pipeline;

import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectLocation;

/**
 * Tells a wrong set-up from wrong events: when more than a share of one object's rows, and at least a number of them, is
 * refused, it is the mapping or the sink that needs mending, and ten million dead letters would help nobody. Thread-safe.
 */
final class TripWire {

    private final ObjectLocation object;
    private final long totalRows;
    private final double share;
    private final long rows;
    private long refused;

    TripWire(ObjectLocation object, long totalRows, double share, long rows) {
        this.object = object;
        this.totalRows = totalRows;
        this.share = share;
        this.rows = rows;
    }

    synchronized void refused(int more, DeadLetter example) {
        refused += more;
        if (refused >= rows && refused > share * totalRows) {
            throw new ConfigurationException("[" + object + "] too many rows are refused; " + refused + " of "
                    + totalRows + ", such as row " + example.row() + ": " + example.errorType() + ": "
                    + example.reason() + "; check the index templates, the sink's settings and the stages");
        }
    }
}
