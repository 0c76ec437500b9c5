-- PostgreSQL 18 keeps one plan for the body of a function, made without knowing what was typed: it read every word of about
-- that length (21,000 of 25,000) instead of the few with a piece of it. With what was typed in sight it takes the pieces.
alter function company.words_alike(text, int) set plan_cache_mode = force_custom_plan;
