"""The readers of protocols, calendars and cases, held against good files and bad ones."""
