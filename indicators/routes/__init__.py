"""The data URLs, on the dashboard's own port: for pandas, R, Power Query and curl."""

from indicators.routes.endpoints import build_routes

__all__ = ["build_routes"]
