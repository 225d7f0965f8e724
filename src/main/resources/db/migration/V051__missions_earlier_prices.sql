-- A signed amendment gives a mission another price from a day on; what was worked before keeps the price of then (PS-57).
create table missions.earlier_price (
    operator_id uuid   not null,
    mission_id  uuid   not null,
    before_day  date   not null,
    price_cents bigint not null check (price_cents > 0),
    paper       text   not null,
    primary key (operator_id, mission_id, before_day),
    foreign key (operator_id, mission_id) references missions.mission (operator_id, id)
);
select platform.guard_tenant('missions.earlier_price');
select platform.freeze('missions.earlier_price');
