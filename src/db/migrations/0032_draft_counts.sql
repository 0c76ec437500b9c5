-- How many visits a draft moves, so that the list of drafts reads no moves (backend/drafts/store.ts). null: written before
-- it was counted; the next change counts.
alter table company.board_drafts add visits int;
