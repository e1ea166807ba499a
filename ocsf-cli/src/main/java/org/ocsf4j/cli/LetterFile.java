package org.ocsf4j.cli;

import java.io.IOException;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.DeadLetterSink;

/** A file of dead letters, wherever it lies. Its {@code toString} is its address. */
interface LetterFile {

    /** Whether a pipeline may still add letters to it. */
    boolean isBeingWritten() throws IOException;

    /** Reads it from its first letter on; the caller closes the reader. */
    DeadLetterReader open() throws IOException;

    /**
     * Drives it: what {@code driving} keeps is safe beside it before it is put aside. Where that throws, the file stays as it is.
     */
    void drive(Driving driving) throws IOException, InterruptedException;

    /** Sends the letters, or keeps them. */
    interface Driving {
        void send(DeadLetterReader letters, DeadLetterSink kept) throws InterruptedException;
    }
}
