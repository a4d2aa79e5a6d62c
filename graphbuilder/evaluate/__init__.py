"""Measuring extraction against gold data that the user has."""
