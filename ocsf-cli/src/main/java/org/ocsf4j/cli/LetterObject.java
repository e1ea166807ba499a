package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ocsf4j.aws.s3.S3DeadLetterFolder;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.DeadLetterSink;

/**
 * An object of letters in a bucket, read by way of a local file. What is kept is an object of its own before this one is put aside. A
 * crash in between leaves letters twice, and their ids make that harmless.
 */
record LetterObject(S3DeadLetterFolder folder, String key, Path scratch) implements LetterFile {

    /** Objects are whole from the start. */
    @Override
    public boolean isBeingWritten() {
        return false;
    }

    @Override
    public DeadLetterReader open() throws IOException {
        Path local = scratch.resolve("letters");
        Files.deleteIfExists(local);
        folder.fetch(key, local);
        return DeadLetterReader.open(local);
    }

    @Override
    public void drive(Driving driving) throws IOException, InterruptedException {
        try (DeadLetterReader reader = open();
                DeadLetterSink kept = folder.rest()) {
            driving.send(reader, kept);
        }
        folder.putAside(key);
    }

    @Override
    public String toString() {
        return folder.place(key);
    }
}
