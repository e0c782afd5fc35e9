"""What the reader is trained on and how: the corpus in plain markup, its checks and its report."""
