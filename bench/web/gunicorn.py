"""How the bench serves where the application does not say how: two workers, loaded beforehand."""

import gc

workers = 2
preload_app = True
worker_class = "sync"
control_socket_disable = True
loglevel = "warning"


def when_ready(_: object) -> None:
    """Keep what is loaded out of the garbage collector, and let it look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
