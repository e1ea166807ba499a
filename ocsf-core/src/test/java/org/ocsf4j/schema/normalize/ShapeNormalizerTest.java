package org.ocsf4j.schema.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.json.JsonTree;

final class ShapeNormalizerTest {

    private static final EventClass FLOW = new EventClass("1.0.0-rc.2", 4001L);

    /** {@code %s}: source address, bytes, direction, members of unmapped. */
    private static final String FLOW_LOG =
            """
            {"metadata":{"version":"1.0.0-rc.2","product":{"name":"VPC Flow","vendor_name":"AWS"},"profiles":["cloud"]},\
            "cloud":{"account_uid":"123456789012","provider":"AWS"},"class_uid":4001,"category_uid":4,"activity_id":6,\
            "type_uid":400106,"severity_id":1,"time":1468523745000,"src_endpoint":{"ip":"%s","port":443},\
            "traffic":{"bytes":%s},"connection_info":{"direction":"%s"},"start_time":1468523745123,\
            "unmapped":{%s}}""";

    private final OcsfNormalizer normalizer = OcsfNormalizer.builder().build();
    private final ShapeNormalizer shapes = normalizer.byShape();

    @Test
    void theThirdEventOfAShapeNeedsNoTree() throws IOException {
        check(flow("192.0.2.1", "10", "ingress", "\"k\":\"v\""));
        check(flow("192.0.2.2", "2000", "ingress", "\"k\":\"w\",\"l\":3"));
        assertThat(shapes.byTree()).isEqualTo(2);

        check(flow("2001:db8::1", "0", "ingress", "\"m\":[1,{\"a\":null}]"));
        check(flow("a\\\"b\\u0001", "9223372036854775807", "ingress", "\"k\":\"\""));
        assertThat(shapes.byTree()).isEqualTo(2);
        assertThat(shapes.eventClass()).isEqualTo(new EventClass("1.1.0", 4001L));
        assertThat(shapes.timeMillis()).isEqualTo(1_468_523_745_000L);
    }

    @Test
    void valuesThatAreLookedAtMakeAnotherShape() throws IOException {
        for (String direction : List.of("ingress", "egress", "inbound", "-", "", "sideways")) {
            for (int i = 0; i < 4; i++) {
                check(flow("192.0.2." + i, "1" + i, direction, "\"k\":\"v\""));
            }
        }
        assertThat(shapes.byTree()).isEqualTo(12);
    }

    @Test
    void whatAShapeCannotHoldGoesThroughTheTree() throws IOException {
        for (int i = 0; i < 3; i++) {
            check(flow("192.0.2.1", "10", "ingress", "\"k\":\"v\""));
        }
        long before = shapes.byTree();
        List<String> others = List.of(
                flow("-", "10", "ingress", "\"k\":\"v\""),
                flow("192.0.2.1", "-0", "ingress", "\"k\":\"v\""),
                flow("192.0.2.1", "1e2", "ingress", "\"k\":\"v\""),
                flow("192.0.2.1", "123456789012345678901234567890", "ingress", "\"k\":\"v\""),
                flow("192.0.2.1", "10", "ingress", "\"ocsf.version\":\"mine\""),
                flow("192.0.2.1", "10", "ingress", "\"ocsf\\u002eversion\":\"mine\""),
                flow("192.0.2.1", "10", "ingress", ""),
                flow("192.0.2.1", "10", "ingress", "\"k\":\"v\"").replace("1468523745000", "1468523745"),
                flow("192.0.2.1", "10", "ingress", "\"k\":\"v\"") + " ");
        for (String other : others) {
            check(other);
        }
        assertThat(shapes.byTree()).isEqualTo(before + others.size());
    }

    @Test
    void brokenBytesAreNoEvent() {
        for (int i = 0; i < 3; i++) {
            checkQuietly(flow("192.0.2.1", "10", "ingress", "\"k\":\"v\""));
        }
        for (String broken : List.of(
                flow("192.0.2.1", "01", "ingress", "\"k\":\"v\""),
                flow("192.0.2.1\n", "1", "ingress", "\"k\":\"v\""),
                flow("192.0.2.1", "1", "ingress", "\"k\":\"v\",}"),
                flow("192.0.2.1", "1", "ingress", "\"k\":\"v\"") + "}")) {
            byte[] json = broken.getBytes(StandardCharsets.UTF_8);
            assertThat(shapes.normalize(json, 0, json.length, FLOW)).as(broken).isFalse();
        }
    }

    @Test
    void equalObservablesStayOne() throws IOException {
        String answers = flow("192.0.2.1", "10", "ingress", "\"k\":\"v\"")
                .replace(
                        "\"traffic\"",
                        "\"device\":{\"hostname\":\"h\",\"network_interfaces\":[{\"ip\":\"%s\"},{\"ip\":\"%s\"}]},\"traffic\"");
        for (int i = 0; i < 3; i++) {
            check(answers.formatted("198.51.100.1", "198.51.100.2"));
        }
        assertThat(shapes.byTree()).isEqualTo(2);
        check(answers.formatted("198.51.100.7", "198.51.100.7"));
        assertThat(shapes.byTree()).isEqualTo(3);
    }

    @Test
    void anEventThatIsOfAnotherClassThanItsBatchSaysIsNotMistaken() throws IOException {
        String other =
                flow("192.0.2.1", "10", "ingress", "\"k\":\"v\"").replace("\"class_uid\":4001", "\"class_uid\":4002");
        for (int i = 0; i < 4; i++) {
            check(other);
        }
        assertThat(shapes.byTree()).isEqualTo(4);
        assertThat(shapes.eventClass()).isEqualTo(new EventClass("1.1.0", 4002L));
    }

    @Test
    void bufferOfABatchStaysAsItIsWhenTheNextBegins() throws IOException {
        check(flow("192.0.2.1", "10", "ingress", "\"k\":\"v\""));
        byte[] buffer = shapes.buffer();
        byte[] copy = buffer.clone();
        shapes.begin(10);
        byte[] json = flow("192.0.2.9", "11", "egress", "\"k\":\"v\"").getBytes(StandardCharsets.UTF_8);
        shapes.normalize(json, 0, json.length, FLOW);
        assertThat(buffer).isEqualTo(copy);
    }

    /** Structures from the schema, each with several sets of values: the tree is what they are held against. */
    @Property(tries = 300)
    void everyEventBecomesWhatTheTreeMakesOfIt(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> versions = OcsfSchema.bundledVersions();
        int from = random.nextInt(versions.size());
        int to = from + random.nextInt(versions.size() - from);
        OcsfSchema schema = OcsfSchema.version(versions.get(from));
        OcsfNormalizer.Builder options = OcsfNormalizer.builder().target(versions.get(to));
        for (NormalizationStep step : NormalizationStep.values()) {
            if (random.nextInt(8) == 0) {
                options.without(step);
            }
        }
        OcsfNormalizer tree = options.build();
        ShapeNormalizer byShape = tree.byShape();
        RandomEvents events = new RandomEvents(random, schema);
        EventClass eventClass =
                new EventClass(schema.version(), (long) events.eventClass().uid());
        for (int structure = 0; structure < 3; structure++) {
            Map<String, Object> event = events.next();
            check(tree, byShape, json(event), eventClass);
            check(tree, byShape, json(event), eventClass);
            for (int i = 0; i < 8; i++) {
                check(tree, byShape, json(events.varied(event)), eventClass);
            }
        }
    }

    private static byte[] json(Object event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTree.write(event, out, false);
        return out.toByteArray();
    }

    private static String flow(String ip, String bytes, String direction, String unmapped) {
        return FLOW_LOG.formatted(ip, bytes, direction, unmapped);
    }

    private void check(String event) throws IOException {
        shapes.begin(10);
        check(normalizer, shapes, event.getBytes(StandardCharsets.UTF_8), FLOW);
    }

    private void checkQuietly(String event) {
        byte[] json = event.getBytes(StandardCharsets.UTF_8);
        assertThat(shapes.normalize(json, 0, json.length, FLOW)).isTrue();
    }

    private static void check(OcsfNormalizer tree, ShapeNormalizer byShape, byte[] json, EventClass eventClass)
            throws IOException {
        NormalizedEvent expected = tree.normalize(json, 0, json.length);
        boolean normalized = byShape.normalize(json, 0, json.length, eventClass);
        String event = new String(json, StandardCharsets.UTF_8);
        assertThat(normalized).as(event).isEqualTo(expected.isNormalized());
        if (!normalized) {
            return;
        }
        Map<String, Object> is = JsonTree.parseObject(byShape.buffer(), byShape.offset(), byShape.length());
        Map<String, Object> should = JsonTree.parseObject(expected.json());
        assertThat(is).as(event).isEqualTo(should);
        long time = should.get("time") instanceof Long millis ? millis : EventBatch.NO_TIME;
        assertThat(byShape.timeMillis()).as(event).isEqualTo(time);
        assertThat(byShape.eventClass().classUid()).as(event).isEqualTo(should.get("class_uid"));
    }
}
