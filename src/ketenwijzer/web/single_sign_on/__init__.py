"""Single sign-on: signing in with the account of one's own organisation (OpenID Connect).

errors      why a sign-in was refused, by a code that names its page
own_keys    the private keys with which this installation proves who it is, and their public halves
provider    what the provider says about itself, its keys, and exchanging a code
tokens      whether a token that the provider signed is for us, for now and for this browser
asking      what one browser asked, kept in its session until the provider answers, once
"""
