package org.passerelle.invoicing.store;

import java.util.List;
import org.passerelle.platform.audit.Breach;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.platform.audit.Invariant;
import org.springframework.stereotype.Component;

/// I-9 for the approval of a report, which is handled in its own transaction: work in the unit of its price has a draft
/// or an invoice. There is no ten minutes' grace, as there is no moment in between.
@Component
class ApprovedWorkIsDrafted implements Invariant {

    private final EveryOperator every;

    ApprovedWorkIsDrafted(EveryOperator every) {
        this.every = every;
    }

    @Override
    public String id() {
        return "I-9";
    }

    @Override
    public String says() {
        return "every event has been handled (approved work has its draft)";
    }

    @Override
    public List<Breach> check() {
        return every.sql()
                .sql("""
                        select distinct r.operator_id::text, 'activity.report ' || r.id,
                               'approved, and no draft for mission ' || m.id
                        from activity.report r
                        join activity.line l on l.operator_id = r.operator_id and l.report_id = r.id
                        join missions.mission m on m.operator_id = l.operator_id and m.id = l.mission_id
                         and l.unit = case m.price_mode when 'FIXED' then 'PART' else m.price_mode end
                        left join invoicing.draft d on d.operator_id = r.operator_id and d.report_id = r.id
                         and d.mission_id = m.id
                        where r.state = 'APPROVED' and d.id is null
                        limit 100""")
                .query((row, _) -> new Breach(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
