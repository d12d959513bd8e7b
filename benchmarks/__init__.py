"""One command per measured claim: takes data paths, prints figures or writes predictions, ships no data."""
