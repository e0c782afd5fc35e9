"""Training of the reader: labels from the corpus, the network, its shapes compared, export and model card."""
