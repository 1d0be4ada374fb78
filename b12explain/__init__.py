"""Can vitamin B12 repair nerve damage? Sourced numbers, models, figures and explorables."""
