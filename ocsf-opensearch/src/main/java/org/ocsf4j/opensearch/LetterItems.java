package org.ocsf4j.opensearch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.sink.EventOutcome;

/** Dead letters as the items of a bulk request: each document under the id and in the index that it was refused with. */
final class LetterItems {

    /** No row is of this object: ids are those that were written. */
    private static final ObjectIdentity NO_OBJECT = new ObjectIdentity(new ObjectLocation("letters", "letters"), "-");

    private static final int MAX_ID_BYTES = 512;

    private final List<DeadLetter> letters;
    private final List<@Nullable EventOutcome> refusals = new ArrayList<>();
    private final List<String> indexes = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final EventBatch batch;

    private LetterItems(List<DeadLetter> letters) {
        this.letters = letters;
        batch = new EventBatch(Integer.MAX_VALUE, Math.max(1, letters.size()));
        batch.clear(NO_OBJECT);
    }

    static LetterItems of(List<DeadLetter> letters) {
        LetterItems items = new LetterItems(List.copyOf(letters));
        for (DeadLetter letter : items.letters) {
            items.add(letter);
        }
        return items;
    }

    boolean isEmpty() {
        return batch.isEmpty();
    }

    BulkItems items() {
        return new BulkItems(batch, new EventIndexes(indexes), new WrittenIds(ids), null);
    }

    /** The outcomes of all letters, out of those of the ones that were sent. */
    List<EventOutcome> outcomes(List<EventOutcome> sent) {
        List<EventOutcome> all = new ArrayList<>();
        int next = 0;
        for (EventOutcome refusal : refusals) {
            all.add(refusal == null ? sent.get(next++) : refusal);
        }
        return all;
    }

    private void add(DeadLetter letter) {
        byte[] document = letter.document();
        String index = letter.index();
        String id = letter.id();
        if (document == null || document.length == 0) {
            refusals.add(refused(letter, "no_document", "the letter holds no document; announce the object again"));
        } else if (index == null || !IndexNaming.isIndexName(index)) {
            refusals.add(refused(letter, "no_index", "the letter names no index that documents go to"));
        } else if (id == null || id.isEmpty() || id.length() > MAX_ID_BYTES) {
            refusals.add(
                    refused(letter, "no_id", "the letter names no document id: sent again it could be stored twice"));
        } else {
            refusals.add(null);
            indexes.add(index);
            ids.add(id);
            batch.append(document, batch.count(), EventClass.UNKNOWN, EventBatch.NO_TIME);
        }
    }

    private static EventOutcome refused(DeadLetter letter, String type, String reason) {
        return new EventOutcome.Rejected(0, type, reason, letter.index(), letter.id());
    }
}
