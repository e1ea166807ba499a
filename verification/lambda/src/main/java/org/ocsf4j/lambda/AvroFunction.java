package org.ocsf4j.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.ocsf4j.schema.json.JsonTree;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The stack of the sample that AWS published in 2024: the object to a temporary file, a Hadoop configuration, parquet-avro, the record's
 * {@code toString}. What is around it is lighter than there: the JDK's HTTP clients, no typed bulk request.
 */
public final class AvroFunction implements RequestHandler<SQSEvent, Map<String, Long>> {

    /** Where its documents go. */
    static final String INDEX = "avro-ocsf-events";

    private static final int BULK_BYTES = 5 << 20;
    private static final byte[] ACTION = "{\"index\":{}}\n".getBytes(StandardCharsets.UTF_8);

    private final S3Client s3 =
            S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bulk = URI.create(System.getenv("OPENSEARCH_ENDPOINT") + "/" + INDEX + "/_bulk");

    @Override
    public Map<String, Long> handleRequest(SQSEvent event, Context context) {
        try {
            long rows = 0;
            for (SQSEvent.SQSMessage message : event.getRecords()) {
                rows += deliver(message.getBody());
            }
            return Map.of("rows", rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long deliver(String announcement) throws IOException {
        Map<?, ?> detail = member(JsonTree.parseObject(announcement.getBytes(StandardCharsets.UTF_8)), "detail");
        String bucket = String.valueOf(member(detail, "bucket").get("name"));
        String key = String.valueOf(member(detail, "object").get("key"));
        Path file = Files.createTempFile("object-", ".parquet");
        try {
            Files.delete(file);
            s3.getObject(request -> request.bucket(bucket).key(key), file);
            return rows(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Map<?, ?> member(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> value ? value : Map.of();
    }

    private long rows(Path file) throws IOException {
        HadoopInputFile input =
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
        long rows = 0;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (ParquetReader<GenericRecord> reader =
                AvroParquetReader.<GenericRecord>builder(input).build()) {
            for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                body.writeBytes(ACTION);
                body.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
                body.write('\n');
                rows++;
                if (body.size() >= BULK_BYTES) {
                    send(body);
                }
            }
        }
        if (body.size() > 0) {
            send(body);
        }
        return rows;
    }

    private void send(ByteArrayOutputStream body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(bulk)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        body.reset();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200 || !response.body().contains("\"errors\":false")) {
                throw new IOException("the bulk request was answered " + response.statusCode() + " "
                        + response.body()
                                .substring(0, Math.min(500, response.body().length())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
