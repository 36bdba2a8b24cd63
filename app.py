"""The ASGI application; start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from indicators.routes import (
    BeneathPath,
    FewCostly,
    FewUploads,
    NamesOfProxies,
    OwnOrigins,
    OwnSessionOnly,
    SafeAnswers,
    Watched,
    build_crawling_routes,
    build_embed_routes,
    build_routes,
    build_watching_routes,
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
        Middleware(Watched), Middleware(SafeAnswers), Middleware(FewCostly), Middleware(BeneathPath),
        Middleware(NamesOfProxies), Middleware(OwnOrigins), Middleware(OwnSessionOnly), Middleware(FewUploads),
        Middleware(Shell, own_language),
    ],
    lifespan=follow,
)
