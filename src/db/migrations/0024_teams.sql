-- Which crew of the office a technician belongs to: one of the ways the board groups its lanes. A word of the company's
-- own, not a list: nothing else hangs on it.
alter table company.technicians add column team text not null default '' check (length(team) <= 60);
