"""The data URLs, on the dashboard's own port: for pandas, R, Power Query and curl."""

from indicators.routes.endpoints import build_routes
from indicators.routes.origins import OwnOrigins

__all__ = ["OwnOrigins", "build_routes"]
