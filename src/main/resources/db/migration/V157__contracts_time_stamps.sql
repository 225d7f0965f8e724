-- Whether a time-stamp authority vouched for the moment of the seal (PAdES-BASELINE-T) or the house alone says it (B).
alter table contracts.sealed add column time_stamped boolean not null default false;
