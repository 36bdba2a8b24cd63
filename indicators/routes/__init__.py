"""The data URLs, on the dashboard's own port: for pandas, R, Power Query and curl."""

from indicators.routes.endpoints import build_routes
from indicators.routes.messages import OwnSessionOnly
from indicators.routes.names import NamesOfProxies
from indicators.routes.origins import OwnOrigins
from indicators.routes.uploads import FewUploads

__all__ = ["FewUploads", "NamesOfProxies", "OwnOrigins", "OwnSessionOnly", "build_routes"]
