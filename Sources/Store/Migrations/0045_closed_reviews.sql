-- When a campaign's outcomes were settled, and the report or decision that states them.
ALTER TABLE legal_reviews ADD COLUMN closed_on TEXT;
ALTER TABLE legal_reviews ADD COLUMN closing_paper TEXT;
