"""Step 2: what the applicant needs, gone through together."""
