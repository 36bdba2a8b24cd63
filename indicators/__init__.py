"""Indicators of the digital economy, read from official documents."""
