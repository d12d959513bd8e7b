"""Status: how real what a clause or noun tells of is. `factuality` decides by what the others see around it."""
