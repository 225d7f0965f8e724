-- A movement that is neither an invoice paid nor an order of ours (bank charges, an insurance, a tax, what a client paid
-- too much) is posted to an account that a person names, instead of staying in suspense for ever.
alter table banking.match_share add column account text check (account ~ '^[1-9][0-9]{2,9}$');
alter table banking.match_share drop constraint match_share_check;
alter table banking.match_share
    add constraint match_share_one_target check (num_nonnulls(invoice_id, order_id, account) = 1);
