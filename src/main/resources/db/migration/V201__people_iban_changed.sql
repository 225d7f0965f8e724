-- Nothing is paid to a bank account that was named less than two days ago (KY-02): a stolen sign-in that turns wages
-- aside is found out in that time.
alter table people.person add column iban_changed_at timestamptz;
