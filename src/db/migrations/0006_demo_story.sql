-- The day whose story the demo has told: each day's is told once, at the first start of that day.
alter table office.demo add column told_on date;
