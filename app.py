"""The ASGI application; start it with ``streamlit run app.py``."""

import streamlit as st

from indicators.routes import build_routes

app = st.App("pages/navigation.py", routes=build_routes())
