"""What can be typed, and what is wrong with it: parsing only, every rule of a case stands below."""
