package org.ocsf4j.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonTree;

/** Documents of the schema's names and of any values, whether they fit or not. */
final class AnyDocumentTest {

    private static final OcsfSchema SCHEMA = OcsfSchema.version(Events.VERSION);
    private static final SchemaClass FINDING = Objects.requireNonNull(SCHEMA.classNamed("detection_finding"));
    private static final SchemaObject PROCESS = Objects.requireNonNull(SCHEMA.objectNamed("process"));

    @Property(tries = 500)
    void isWrittenAsItWasRead(@ForAll("documents") Map<String, Object> document) throws IOException {
        document.put("class_uid", (long) FINDING.uid());
        document.put("metadata", Map.of("version", Events.VERSION));
        byte[] json = json(document);

        OcsfEvent event = Events.read(json);

        assertThat(event).isInstanceOf(DetectionFinding.class);
        assertThat(JsonValue.of(Events.write(event))).isEqualTo(JsonValue.of(json));
        assertThat(Events.read(Events.write(event))).isEqualTo(event);
    }

    @Property(tries = 200)
    void upgradingNeitherFailsNorLosesTheEvent(@ForAll("documents") Map<String, Object> document) throws IOException {
        document.put("class_uid", 2001L);
        document.put("metadata", Map.of("version", "1.0.0-rc.2"));

        OcsfEvent event = Events.readUpgraded(json(document));

        assertThat(Objects.requireNonNull(event.metadata()).version()).isEqualTo(Events.VERSION);
        assertThat(JsonValue.of(Events.write(Events.read(Events.write(event)))))
                .isEqualTo(JsonValue.of(Events.write(event)));
    }

    @Provide
    Arbitrary<Map<String, Object>> documents() {
        List<String> names = new ArrayList<>(FINDING.attributes().keySet());
        names.addAll(PROCESS.attributes().keySet());
        names.add("no_such_attribute");
        Arbitrary<String> name = Arbitraries.of(names);
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.longs().between(0, 100).map(number -> (Object) number),
                Arbitraries.bigDecimals().map(number -> (Object) number),
                Arbitraries.of(true, false, JsonTree.NULL, new BigDecimal("1e400"), new BigDecimal("0.1")));
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> scalars,
                () -> scalars,
                () -> scalars.list().ofMaxSize(3).map(list -> (Object) list),
                () -> members(name, scalars).map(object -> (Object) object),
                () -> members(name, members(name, scalars).map(object -> (Object) object))
                        .list()
                        .ofMaxSize(3)
                        .map(list -> (Object) list));
        return members(name, values);
    }

    private static Arbitrary<Map<String, Object>> members(Arbitrary<String> name, Arbitrary<Object> value) {
        return Arbitraries.maps(name, value).ofMaxSize(12);
    }

    private static byte[] json(Map<String, Object> document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTree.write(document, out, false);
        return out.toByteArray();
    }
}
