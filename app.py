"""The ASGI application; start it with ``streamlit run app.py``."""

import streamlit as st

app = st.App("pages/navigation.py")
