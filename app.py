"""The ASGI application; start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from indicators.routes import OwnOrigins, build_routes
from indicators.ui.serving import follow

app = st.App(
    "pages/navigation.py", routes=build_routes(), middleware=[Middleware(OwnOrigins)],
    lifespan=follow,
)
