"""The data URLs, on the dashboard's own port: for pandas, R, Power Query and curl."""

from indicators.routes.crawling import build_crawling_routes
from indicators.routes.embeds import build_embed_routes
from indicators.routes.endpoints import build_routes
from indicators.routes.guarding import FewCostly, SafeAnswers
from indicators.routes.heads import live_heads
from indicators.routes.messages import OwnSessionOnly
from indicators.routes.names import NamesOfProxies
from indicators.routes.origins import OwnOrigins
from indicators.routes.packing import Packed
from indicators.routes.places import BeneathPath, FilesAreFiles
from indicators.routes.uploads import FewUploads
from indicators.routes.watching import Watched, build_watching_routes

__all__ = [
    "BeneathPath", "FewCostly", "FewUploads", "FilesAreFiles", "NamesOfProxies", "OwnOrigins", "OwnSessionOnly", "Packed",
    "SafeAnswers", "Watched", "build_crawling_routes", "build_embed_routes", "build_routes", "build_watching_routes", "live_heads",
]
