package org.ocsf4j.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.object.ObjectStore;

final class LocalFileStoreContractTest extends ObjectStoreContract {

    private final LocalFileStore store = new LocalFileStore();
    private final Path folder;

    LocalFileStoreContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected ObjectNotification put(String name, byte[] bytes) {
        try {
            return LocalFileStore.notification(Files.write(folder.resolve(name), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
