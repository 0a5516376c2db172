"""How fast the web application is with many cases: filled, served as it is served, and loaded.

people       the invented partners and who works there
stories      what happened in an invented case, entry by entry
captured     what the real code would store, kept instead of stored
fill         many cases made by several processes and stored in both databases
stores       the two databases: SQLite as a file, PostgreSQL started here
serving      the application under gunicorn, its memory and its processor time
site         what is served: the application, and beside it two bare ways to insert
visits       what is asked: worklist, search, case page, recording, and the bare insert
load         a small client with two connections
measure      rounds over both sizes in turns → figures and goals
"""
