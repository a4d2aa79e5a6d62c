"""Sentences to mentions and statements."""
