-- ANALYZE reads and unpacks what it makes statistics of. Nothing filters by a step's contents, and they are most of the
-- history's bytes: half of the time of an ANALYZE of everything (386 of 860 ms with the demo company).
alter table company.history alter column changes set statistics 0, alter column personal set statistics 0;
