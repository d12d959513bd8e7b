"""Attribution: who says or thinks what. `quotations` finds source, cue and content."""
