"""The ASGI application; start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from indicators.routes import (
    BeneathPath,
    FewCostly,
    FewUploads,
    FilesAreFiles,
    NamesOfProxies,
    OwnOrigins,
    OwnSessionOnly,
    Packed,
    SafeAnswers,
    Watched,
    build_crawling_routes,
    build_embed_routes,
    build_routes,
    build_watching_routes,
    live_heads,
)
from indicators.ui.assets import build_asset_routes
from indicators.ui.framework.shell import Shell
from indicators.ui.serving import follow
from indicators.ui.state import own_language

app = st.App(
    "pages/navigation.py",
    routes=[
        *build_routes(), *build_embed_routes(), *build_crawling_routes(), *build_watching_routes(), *build_asset_routes(),
    ],
    middleware=[
        Middleware(Watched), Middleware(SafeAnswers), Middleware(Packed), Middleware(FewCostly), Middleware(BeneathPath),
        Middleware(NamesOfProxies), Middleware(OwnOrigins), Middleware(OwnSessionOnly), Middleware(FewUploads),
        Middleware(FilesAreFiles), Middleware(Shell, own_language, live_heads()),
    ],
    lifespan=follow,
)
