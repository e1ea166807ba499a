package org.ocsf4j.testkit.server;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a server, says which, and never closes it. */
final class ServerHolder {

    private ServerHolder() {}

    /** Arguments: which server, and {@code exit} to end as programs do or {@code stay} to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        switch (arguments[0]) {
            case "opensearch" -> {
                LocalOpenSearch server = LocalOpenSearch.start();
                say(server.pid(), server.logFile());
            }
            case "s3" -> {
                LocalS3 server = LocalS3.start();
                say(server.pid(), server.logFile());
            }
            default -> {
                LocalSqs server = LocalSqs.start();
                say(server.pid(), server.logFile());
            }
        }
        if (arguments[1].equals("stay")) {
            new CountDownLatch(1).await();
        }
    }

    private static void say(long pid, Path logFile) {
        System.out.println(pid);
        System.out.println(logFile);
        System.out.flush();
    }
}
