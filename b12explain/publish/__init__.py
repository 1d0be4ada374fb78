"""Publishing: what a reader sees without a kernel."""
