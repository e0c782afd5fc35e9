"""The reader: one small encoder that finds triggers, modes, roles, harm, targets and impacts in one pass a window of sentences."""
