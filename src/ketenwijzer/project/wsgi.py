"""What a server loads."""

import os

from django.core.wsgi import get_wsgi_application

from .checks import refuse_unless_safe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ketenwijzer.project.settings")

refuse_unless_safe()
application = get_wsgi_application()
