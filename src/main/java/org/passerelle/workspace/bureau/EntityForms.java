package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.frames.SoleTraderPolicy;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.Establishment;
import org.passerelle.operators.FeeModel;
import org.passerelle.operators.FeeTerms;
import org.passerelle.operators.FeeVote;
import org.passerelle.operators.Guarantee;
import org.passerelle.operators.Insurer;
import org.passerelle.operators.LeavePolicy;
import org.passerelle.operators.LegalReferences;
import org.passerelle.operators.Mediator;
import org.passerelle.operators.MinimumComposition;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.operators.Policies;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;

/// The four forms that change a legal entity.
@Component
class EntityForms {

    private static final String GUARANTOR = "guarantor_";

    private final Operators operators;
    private final Clock clock;

    EntityForms(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    Revised<Operator> found(Desk desk) {
        return operators.revised(desk.operator());
    }

    /// What they have in common.
    private abstract static class Kind implements EditForms.Kind<Operator> {

        @Override
        public String back(Desk desk, Operator entity) {
            return desk.href("societe");
        }

        @Override
        public String name(Operator entity) {
            return entity.name();
        }

        @Override
        public String title(Operator entity, Texts t) {
            return t.localize("bureau.entity." + path() + ".title");
        }

        @Override
        public String lead(Operator entity, Texts t) {
            return t.localize("bureau.entity." + path() + ".lead");
        }
    }

    final class File extends Kind {

        @Override
        public String path() {
            return "modification";
        }

        @Override
        public Standing standing(Operator entity) {
            var standing = AddressFields.put(new Standing().put("email", entity.email()), entity.address());
            var insurer = entity.insurer();
            standing.put("insurer", insurer.name())
                    .put("policy", insurer.policyNumber())
                    .put("insured", insurer.validUntil());
            var mediator = entity.mediator();
            standing.put("mediator", mediator == null ? null : mediator.name())
                    .put("mediatorAddress", mediator == null ? null : mediator.address())
                    .put("mediatorSite", mediator == null ? null : mediator.site());
            var guarantee = entity.guarantee();
            if (guarantee == null) return standing;
            standing.put("guarantor", guarantee.guarantor())
                    .put("guarantee", guarantee.amount())
                    .put("guaranteeFrom", guarantee.validFrom())
                    .put("guaranteeUntil", guarantee.validUntil());
            return AddressFields.put(GUARANTOR, standing, guarantee.address());
        }

        @Override
        public List<Form.Part> parts(Operator entity, Typed typed, Texts t) {
            var parts = new ArrayList<Form.Part>();
            var reached = new ArrayList<Field>();
            reached.add(typed.back(
                    Field.of("email", "email", t.localize("bureau.email")).must()));
            reached.addAll(AddressFields.fields(typed, t));
            parts.add(new Form.Part(t.localize("bureau.address"), reached));
            if (entity.frame() == Frame.PORTAGE_SALARIAL) {
                parts.add(new Form.Part(t.localize("bureau.entity.guarantee.part"), guarantee(typed, t)));
                parts.add(new Form.Part(
                        t.localize("bureau.entity.guarantor.address"), AddressFields.fields(GUARANTOR, typed, t)));
            }
            parts.add(new Form.Part(
                    t.localize("bureau.entity.insurer.part"),
                    List.of(
                            typed.back(Field.text("insurer", t.localize("bureau.entity.insurer.name"))
                                    .must()),
                            typed.back(Field.text("policy", t.localize("bureau.entity.insurer.policy"))
                                    .must()),
                            typed.back(Field.date("insured", t.localize("bureau.entity.insured"))
                                    .must()))));
            parts.add(new Form.Part(
                    t.localize("bureau.entity.mediator"),
                    List.of(
                            typed.back(Field.text("mediator", t.localize("bureau.entity.mediator.name"))
                                    .hint(t.localize("bureau.entity.mediator.hint"))),
                            typed.back(Field.text("mediatorAddress", t.localize("bureau.address"))),
                            typed.back(Field.text("mediatorSite", t.localize("bureau.entity.mediator.site"))))));
            return parts;
        }

        private List<Field> guarantee(Typed typed, Texts t) {
            return List.of(
                    typed.back(Field.text("guarantor", t.localize("bureau.entity.guarantor"))
                            .must()),
                    typed.back(Field.money("guarantee", t.localize("bureau.entity.guarantee"))
                            .must()),
                    typed.back(Field.date("guaranteeFrom", t.localize("bureau.entity.guaranteed.from"))
                            .must()),
                    typed.back(Field.date("guaranteeUntil", t.localize("bureau.entity.until"))
                            .must()));
        }

        @Override
        public @Nullable Change<Operator> ask(Operator entity, Typed typed, int seen, UUID intent, Texts t) {
            var email = typed.mustText("email");
            var address = AddressFields.read(typed, t);
            var insurer = typed.mustText("insurer");
            var policy = typed.mustText("policy");
            var insured = typed.must("insured", Typed::date);
            var mediator = typed.someText("mediator");
            var mediatorAddress = typed.someText("mediatorAddress");
            var mediatorSite = typed.someText("mediatorSite");
            var guarantee = entity.frame() == Frame.PORTAGE_SALARIAL ? guaranteed(typed, t) : entity.guarantee();
            if (typed.hasErrors() || address == null || insured == null) return null;
            var wished = entity.with(
                    address,
                    email,
                    guarantee,
                    new Insurer(insurer, policy, insured),
                    mediator.isEmpty() ? null : new Mediator(mediator, mediatorAddress, mediatorSite));
            return operators.change(wished, seen, intent);
        }

        private @Nullable Guarantee guaranteed(Typed typed, Texts t) {
            var guarantor = typed.mustText("guarantor");
            var amount = typed.must("guarantee", Typed::money);
            var from = typed.must("guaranteeFrom", Typed::date);
            var until = typed.must("guaranteeUntil", Typed::date);
            var address = AddressFields.read(GUARANTOR, typed, t);
            if (typed.hasErrors() || amount == null || from == null || until == null || address == null) return null;
            return new Guarantee(guarantor, address, amount, from, until);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            var field = switch (e.code()) {
                case "email.format" -> "email";
                case "money.positive" -> "guarantee";
                default -> "guaranteeUntil";
            };
            typed.refuse(field, t.error(e));
        }
    }

    final class Choices extends Kind {

        @Override
        public String path() {
            return "choix";
        }

        @Override
        public Standing standing(Operator entity) {
            var policies = entity.policies();
            var counted = policies.minimumComposition();
            return new Standing()
                    .put("sole", policies.soleTrader())
                    .put("association", policies.association())
                    .check("pe", policies.peRequireSiren())
                    .check("signature", policies.startBeforeSignature())
                    .put("references", policies.invoiceLegalReferences())
                    .check("countsLeave", counted.leave())
                    .check("countsApport", counted.apport())
                    .check("countsReserve", counted.reserve())
                    .put("leave", policies.leave())
                    .put("load", percent(policies.reserveLoad()))
                    .check("before", policies.payBeforeCollection())
                    .put("advance", policies.advanceCap());
        }

        @Override
        public List<Form.Part> parts(Operator entity, Typed typed, Texts t) {
            var missions = List.of(
                    month(entity, typed, t),
                    choice("sole", "bureau.policy.sole", SoleTraderPolicy.class, typed, t),
                    choice("association", "bureau.policy.association", AssociationPolicy.class, typed, t),
                    tick("signature", "bureau.policy.signature", typed, t),
                    tick("pe", "bureau.policy.pe", typed, t),
                    choice("references", "bureau.policy.references", LegalReferences.class, typed, t));
            var pay = List.of(
                    choice("leave", "bureau.policy.leave", LeavePolicy.class, typed, t),
                    typed.back(Field.of("decimal", "load", t.localize("bureau.policy.load"))
                            .must()
                            .hint(t.localize("bureau.edit.percent"))),
                    tick("countsLeave", "bureau.policy.counts.leave", typed, t),
                    tick("countsApport", "bureau.policy.counts.apport", typed, t),
                    tick("countsReserve", "bureau.policy.counts.reserve", typed, t),
                    tick("before", "bureau.policy.before", typed, t),
                    typed.back(Field.money("advance", t.localize("bureau.policy.advance.field"))
                            .must()));
            return List.of(
                    new Form.Part(t.localize("bureau.place.MISSIONS"), missions),
                    new Form.Part(t.localize("bureau.place.PAYROLL_RUN"), pay));
        }

        @Override
        public @Nullable Change<Operator> ask(Operator entity, Typed typed, int seen, UUID intent, Texts t) {
            var from = typed.must("month", Month::of);
            var sole = typed.must("sole", text -> Typed.choice(SoleTraderPolicy.class, text));
            var association = typed.must("association", text -> Typed.choice(AssociationPolicy.class, text));
            var references = typed.must("references", text -> Typed.choice(LegalReferences.class, text));
            var leave = typed.must("leave", text -> Typed.choice(LeavePolicy.class, text));
            var load = typed.must("load", EntityForms::rate);
            var advance = typed.must("advance", Typed::money);
            if (typed.hasErrors() || from == null || sole == null || association == null) return null;
            if (references == null || leave == null || load == null || advance == null) return null;
            var counted = new MinimumComposition(
                    typed.checked("countsLeave"), typed.checked("countsApport"), typed.checked("countsReserve"));
            var policies = new Policies(
                    sole,
                    association,
                    typed.checked("pe"),
                    typed.checked("signature"),
                    references,
                    counted,
                    leave,
                    load,
                    typed.checked("before"),
                    advance);
            return operators.decide(entity.id(), from, policies, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            var field = switch (e.code()) {
                case "rate.range" -> "load";
                case "money.positive" -> "advance";
                default -> "month";
            };
            typed.refuse(field, t.error(e));
        }
    }

    final class Fee extends Kind {

        private enum Model {
            PERCENT,
            FLAT_MONTHLY,
            CAPPED
        }

        @Override
        public String path() {
            return "frais-de-gestion";
        }

        @Override
        public Standing standing(Operator entity) {
            var terms = entity.fee(Days.today(clock));
            var standing = new Standing().put("clause", terms.clause());
            switch (terms.model()) {
                case FeeModel.Percent(var rate) ->
                    standing.put("model", Model.PERCENT).put("rate", percent(rate));
                case FeeModel.FlatMonthly(var amount) ->
                    standing.put("model", Model.FLAT_MONTHLY).put("amount", amount);
                case FeeModel.Capped(var rate, var cap) ->
                    standing.put("model", Model.CAPPED)
                            .put("rate", percent(rate))
                            .put("amount", cap);
                case FeeModel.Tiered _ -> standing.put("model", Model.PERCENT);
            }
            var vote = terms.vote();
            return standing.put("voted", vote == null ? null : vote.votedOn())
                    .put("statutes", vote == null ? null : vote.statutesRef());
        }

        @Override
        public List<Form.Part> parts(Operator entity, Typed typed, Texts t) {
            var fields = new ArrayList<>(List.of(
                    month(entity, typed, t),
                    choice("model", "bureau.entity.fee.model", Model.class, typed, t),
                    typed.back(Field.of("decimal", "rate", t.localize("bureau.entity.fee.rate"))
                            .hint(t.localize("bureau.edit.percent"))),
                    typed.back(Field.money("amount", t.localize("bureau.entity.fee.amount"))
                            .hint(t.localize("bureau.entity.fee.amount.hint"))),
                    typed.back(Field.text("clause", t.localize("bureau.entity.clause"))
                            .must()
                            .hint(t.localize("bureau.entity.clause.hint")))));
            if (entity.isCooperative()) {
                fields.add(typed.back(Field.date("voted", t.localize("bureau.entity.vote"))));
                fields.add(typed.back(Field.text("statutes", t.localize("bureau.entity.statutes"))));
            }
            return List.of(new Form.Part(t.localize("bureau.entity.fees"), fields));
        }

        @Override
        public @Nullable Change<Operator> ask(Operator entity, Typed typed, int seen, UUID intent, Texts t) {
            var from = typed.must("month", Month::of);
            var model = typed.must("model", text -> Typed.choice(Model.class, text));
            var clause = typed.mustText("clause");
            if (model == null || from == null) return null;
            var rate = model == Model.FLAT_MONTHLY ? Rate.ZERO : typed.must("rate", EntityForms::rate);
            var amount = model == Model.PERCENT ? Money.ZERO : typed.must("amount", Typed::money);
            var voted = entity.isCooperative() ? typed.value("voted", Typed::date) : null;
            var statutes = voted == null ? "" : typed.mustText("statutes");
            if (typed.hasErrors() || rate == null || amount == null) return null;
            var fee = switch (model) {
                case PERCENT -> new FeeModel.Percent(rate);
                case FLAT_MONTHLY -> new FeeModel.FlatMonthly(amount);
                case CAPPED -> new FeeModel.Capped(rate, amount);
            };
            var vote = voted == null ? null : new FeeVote(voted, statutes);
            return operators.charge(entity.id(), new FeeTerms(from.firstDay(), fee, vote, clause), seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            var field = switch (e.code()) {
                case "rate.range" -> "rate";
                case "money.positive" -> "amount";
                default -> "month";
            };
            typed.refuse(field, t.error(e));
        }
    }

    final class Rates extends Kind {

        @Override
        public String path() {
            return "etablissement";
        }

        @Override
        public Standing standing(Operator entity) {
            var rates = entity.establishment(Days.today(clock));
            return new Standing()
                    .put("headcount", rates.headcount())
                    .put("vm", percent(rates.versementMobilite()))
                    .put("atmp", percent(rates.atmp()))
                    .put("mutuelle", rates.mutuelleMonthly())
                    .put("share", percent(rates.mutuelleEmployerShare()))
                    .put("alternants", percent(rates.alternantsShare()));
        }

        @Override
        public List<Form.Part> parts(Operator entity, Typed typed, Texts t) {
            var last = operators.lastPaid(entity.id());
            var first = last == null
                    ? Month.containing(entity.establishments().getFirst().from())
                    : last.next();
            return List.of(new Form.Part(
                    t.localize("bureau.entity.etablissement.part"),
                    List.of(
                            MonthField.from(first, today(), typed, t),
                            typed.back(Field.of("number", "headcount", t.localize("bureau.entity.headcount"))
                                    .must()),
                            share("vm", "bureau.entity.vm", typed, t),
                            share("atmp", "bureau.entity.atmp", typed, t),
                            typed.back(Field.money("mutuelle", t.localize("bureau.entity.mutuelle"))
                                    .must()),
                            share("share", "bureau.entity.share", typed, t),
                            share("alternants", "bureau.entity.alternants", typed, t))));
        }

        private static Field share(String name, String label, Typed typed, Texts t) {
            return typed.back(
                    Field.of("decimal", name, t.localize(label)).must().hint(t.localize("bureau.edit.percent")));
        }

        @Override
        public @Nullable Change<Operator> ask(Operator entity, Typed typed, int seen, UUID intent, Texts t) {
            var from = typed.must("month", Month::of);
            var headcount = typed.must("headcount", Typed::whole);
            var vm = typed.must("vm", EntityForms::proportion);
            var atmp = typed.must("atmp", EntityForms::proportion);
            var mutuelle = typed.must("mutuelle", Typed::money);
            var share = typed.must("share", EntityForms::proportion);
            var alternants = typed.must("alternants", EntityForms::proportion);
            if (from == null || headcount == null || vm == null || atmp == null) return null;
            if (mutuelle == null || share == null || alternants == null) return null;
            var version = new Establishment(from.firstDay(), headcount, vm, atmp, mutuelle, share, alternants);
            return operators.establish(entity.id(), version, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            var field = switch (e.code()) {
                case "headcount.positive" -> "headcount";
                case "money.positive" -> "mutuelle";
                default -> "month";
            };
            typed.refuse(field, t.error(e));
        }
    }

    private Month today() {
        return Month.containing(Days.today(clock));
    }

    private Field month(Operator entity, Typed typed, Texts t) {
        return MonthField.from(operators.firstToCome(entity.id()), today(), typed, t);
    }

    private static <E extends Enum<E>> Field choice(String name, String key, Class<E> values, Typed typed, Texts t) {
        var options = Arrays.stream(values.getEnumConstants())
                .map(value -> new Option(value.name(), t.localize(key + "." + value.name()), false))
                .toList();
        return typed.back(Field.select(name, t.localize(key), options).must());
    }

    private static Field tick(String name, String key, Typed typed, Texts t) {
        return typed.back(Field.of("checkbox", name, t.localize(key)));
    }

    private static Rate rate(String text) {
        return Rate.ofPercent(Typed.number(text.replace("%", "")));
    }

    private static Rate proportion(String text) {
        var rate = rate(text);
        if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ofPercent("100")) > 0) {
            throw new InvalidValue("rate.range", text);
        }
        return rate;
    }

    private static String percent(Rate rate) {
        return rate.percent().stripTrailingZeros().toPlainString();
    }
}
