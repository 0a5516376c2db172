"""Real people's ways through the pages, in a real Chromium, against a served demonstration."""
