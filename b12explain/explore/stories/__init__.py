"""The stories, one a file: data only."""
