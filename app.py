"""The ASGI application; start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from indicators.routes import FewUploads, NamesOfProxies, OwnOrigins, OwnSessionOnly, build_routes
from indicators.ui.assets import build_asset_routes
from indicators.ui.framework.shell import Shell
from indicators.ui.serving import follow
from indicators.ui.state import own_language

app = st.App(
    "pages/navigation.py", routes=[*build_routes(), *build_asset_routes()],
    middleware=[
        Middleware(NamesOfProxies), Middleware(OwnOrigins), Middleware(OwnSessionOnly), Middleware(FewUploads),
        Middleware(Shell, own_language),
    ],
    lifespan=follow,
)
