"""How each result is put into words: every amount rounded and worded once, for title, label, sentence and fact."""
