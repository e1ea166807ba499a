package org.ocsf4j.examples.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

/** A lake of many small objects of several sizes, and the ids that their rows must have. */
final class Lake {

    private static final int[] ROWS = {5, 10, 20, 45};

    private final Map<ObjectIdentity, Integer> objects = new LinkedHashMap<>();

    /** Fills the folder behind a bucket. */
    Lake(String bucket, Path bucketFolder, int objects, Path scratch) throws IOException {
        for (int size = 0; size < ROWS.length; size++) {
            Path object = scratch.resolve(size + ".parquet");
            SampleLake.writeObject(LakeTable.VPC_FLOW_V2, object, ROWS[size], ObjectOptions.defaults());
            String eTag = md5(Files.readAllBytes(object));
            for (int i = size; i < objects; i += ROWS.length) {
                String key = "aws/VPC_FLOW/2.0/region=us-east-1/accountId=111122223333/eventDay=2026060" + i % 10 + "/"
                        + i + ".gz.parquet";
                Path file = bucketFolder.resolve(key);
                Files.createDirectories(file.resolveSibling("."));
                Files.copy(object, file, StandardCopyOption.REPLACE_EXISTING);
                this.objects.put(new ObjectIdentity(new ObjectLocation(bucket, key), eTag), ROWS[size]);
            }
        }
        Path metadata = bucketFolder.resolve("aws/VPC_FLOW/2.0/region=us-east-1/readme.txt");
        Files.writeString(metadata, "no events");
    }

    /** Takes out some objects that the ledger is to have already. */
    List<ObjectIdentity> take(int count) {
        List<ObjectIdentity> some = objects.keySet().stream().limit(count).toList();
        some.forEach(objects::remove);
        return some;
    }

    int objects() {
        return objects.size();
    }

    /** The ids of all rows, each once. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        objects.forEach((object, rows) -> {
            String prefix = object.documentIdPrefix();
            for (int row = 0; row < rows; row++) {
                ids.add(prefix + "-" + row);
            }
        });
        return ids;
    }

    int rows() {
        return objects.values().stream().mapToInt(rows -> rows).sum();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
