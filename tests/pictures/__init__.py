"""Pictures of the kinds of question, for those who write packs."""
