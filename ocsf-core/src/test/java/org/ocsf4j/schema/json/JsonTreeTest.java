package org.ocsf4j.schema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTreeTest {

    @Test
    void writesWhatItReadToTheLastDigit() throws IOException {
        String json = "{\"a\":[1,-9223372036854775808,18446744073709551616,0.10,true,null,\"x\"],\"b\":{}}";

        assertThat(written(JsonTree.parseObject(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(json);
    }

    @Test
    void writesNumbersOfCallersWhateverTheirType() throws IOException {
        assertThat(written(Map.of("n", List.of(1, 2L, 0.9)))).isEqualTo("{\"n\":[1,2,0.9]}");
    }

    private static String written(Object tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTree.write(tree, out, false);
        return out.toString(StandardCharsets.UTF_8);
    }
}
