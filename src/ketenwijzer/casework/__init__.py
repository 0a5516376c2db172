"""The case that a chain of organisations shares: who may see it, what happened, what was agreed.

chronology     what happened, in order: append-only, sealed under the key of the case, chained
events         what can be recorded, beside the events of the law
state          entries → what now holds of referrals, consent, bars, contact plan, tasks
access         who may see or do what, and why: the only way to a case
actions/       one file per deed
rows           what lists need, written in the same transaction, rebuilt by one command
position       what the law knows of the entries → the position, as an organisation may see it
queries        all that is read from tables for lists and searches
checkpoints    a signed tree over the heads of all chronologies, for a witness elsewhere
"""
