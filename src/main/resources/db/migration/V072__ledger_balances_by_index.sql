-- The check of an entry finds it by its key, however large the book is. A session that planned it while the book was
-- small would otherwise read the whole book for each entry, for as long as it lives.
alter function ledger.keep_balances() set enable_seqscan = off;
