"""The stories beside the law: published rulings and invented routes, told anew by the engine."""
