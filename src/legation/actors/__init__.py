"""Who a mention is: states, organs, offices, people with dated roles, organisations, places."""
