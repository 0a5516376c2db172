"""One module per part of the site: open the case, parse the form, do the deed, answer."""
