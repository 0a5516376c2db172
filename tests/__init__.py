"""Tests mirror the rooms of the package; architecture/ and docs/ look after the house itself."""
