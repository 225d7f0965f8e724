package org.passerelle.documents;

import java.util.List;
import org.passerelle.platform.audit.Breach;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.stereotype.Component;

/// I-12 for files.
@Component
class ContentMatchesItsHash implements Invariant {

    private final EveryOperator every;

    ContentMatchesItsHash(EveryOperator every) {
        this.every = every;
    }

    @Override
    public String id() {
        return "I-12";
    }

    @Override
    public String says() {
        return "every stored file is what its hash says";
    }

    @Override
    public List<Breach> check() {
        return every.sql()
                .sql("select operator_id::text, id::text from documents.document"
                        + " where coalesce(sealed_sha256, sha256) <> sha256(content)"
                        + " or subject_id is null and size <> octet_length(content) limit 100")
                .query((row, _) -> new Breach(
                        row.getString(1), "documents.document " + row.getString(2), "the content was altered"))
                .list();
    }
}
