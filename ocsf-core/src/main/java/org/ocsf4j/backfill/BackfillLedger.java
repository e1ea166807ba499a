package org.ocsf4j.backfill;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectIdentity;

/**
 * The objects that a backfill has settled, in a file: a line an object, appended and on disk ({@code fsync}) when {@link #settled}
 * returns. An object is known by bucket, key and entity tag, so one that was replaced is not. A line that a crash has torn is cut
 * off; its object is read again, which its ids make harmless. The file is locked while it is open. Thread-safe; whoever opened it
 * closes it.
 */
public final class BackfillLedger implements SettledObjects, AutoCloseable {

    private final Path file;
    private final RandomAccessFile content; // no FileChannel: an interrupt of a reading thread would close it

    // guarded by this; the names are 128 bits of a hash over bucket, key and entity tag
    private final Set<String> known = new HashSet<>();

    private BackfillLedger(Path file, RandomAccessFile content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Opens a ledger, or begins one.
     *
     * @throws ConfigurationException where another process has it open, it is no ledger, or the path cannot be used
     */
    public static BackfillLedger open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
            try {
                lock(file, content.getChannel());
                BackfillLedger ledger = new BackfillLedger(file, content);
                ledger.load();
                return ledger;
            } catch (IOException | RuntimeException e) {
                content.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ConfigurationException("[" + file + "] the ledger cannot be used; " + e + "; check the path", e);
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            lock = null;
        }
        if (lock == null) {
            throw new ConfigurationException(
                    "[" + file + "] another backfill has this ledger open; wait for it, or name another file");
        }
    }

    @Override
    public synchronized boolean isSettled(ObjectIdentity object) {
        return known.contains(object.documentIdPrefix());
    }

    /** How many versions of objects are settled. */
    public synchronized int size() {
        return known.size();
    }

    /**
     * {@inheritDoc} It is on disk when this returns.
     *
     * @throws UnavailableException where the disk refuses; the object counts as not settled
     */
    @Override
    public synchronized void settled(LedgerEntry entry) {
        try {
            long before = content.length();
            try {
                content.seek(before);
                content.write(entry.line());
                content.getFD().sync();
            } catch (IOException e) {
                content.setLength(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "[" + file + "] the ledger could not be written; " + e + "; check the disk, then run this again",
                    e);
        }
        known.add(entry.object().documentIdPrefix());
    }

    private void load() throws IOException {
        InputStream in =
                new BufferedInputStream(new FileInputStream(content.getFD()), 1 << 16); // not closed: it would unlock
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long wholeBytes = 0;
        long lines = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            lines++;
            try {
                known.add(LedgerEntry.object(line.toByteArray()).documentIdPrefix());
            } catch (IOException e) {
                throw new ConfigurationException(
                        "[" + file + ": line " + lines + "] this is no line of a ledger; " + e.getMessage()
                                + "; name another file",
                        e);
            }
            wholeBytes += line.size() + 1L;
            line.reset();
        }
        content.setLength(wholeBytes);
    }

    @Override
    public synchronized void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UnavailableException("[" + file + "] the ledger could not be closed; " + e, e);
        }
    }
}
