"""What the build checks beside the linters: lengths, addresses, documented commands, an install with core dependencies alone."""
