"""Models: pure functions from parameters to a frozen result. They know numpy and the data, no figure and no widget."""
