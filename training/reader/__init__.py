"""Training of the reader: labels from the corpus, the network, the screen, export and model card."""

START_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the starting weights, all-MiniLM-L6-v2 (Apache-2.0): 22,713,216 parameters, of them 22,565,376 without the pooler."""
