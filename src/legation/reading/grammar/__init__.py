"""Grammar: who stands where around a word, in every construction alike: `clauses`, by name `slots`."""
